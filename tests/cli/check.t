# check: the license and openness gate. Policies that several cases share are in $TESTS/cli/check/.

# A policy that asks for OSI-approved licenses passes OLMo
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/osi.toml
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed

# It fails Llama 2, whose license is not approved
$ oms check meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/osi.toml
> error[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for an OSI-approved license
>
> VERDICT  MODEL                     LICENSE  CLASS
> FAIL     meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 failed · 1 error
? 1

# It fails a fine-tune of Llama that is tagged Apache, and names the base and the way to it
$ oms check m-a-p/OpenCodeInterpreter-CL-70B --policy $TESTS/cli/check/osi.toml
$ echo $?
$ oms check Gryphe/Pantheon-RP-1.0-8b-Llama-3 --policy $TESTS/cli/check/osi.toml --json | jq -c '.findings[] | [.rule, .path]'
> error[license.class]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) makes it
>   community; the policy asks for an OSI-approved license
>   m-a-p/OpenCodeInterpreter-CL-70B ← meta-llama/Llama-2-70b
>
> error[lineage.conflict]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) passes its
>   own terms on
>
> VERDICT  MODEL                             LICENSE     CLASS
> FAIL     m-a-p/OpenCodeInterpreter-CL-70B  apache-2.0  community (base)
>
> 1 model: 1 failed · 2 errors
> 1
> ["license.class",["Gryphe/Pantheon-RP-1.0-8b-Llama-3","meta-llama/Meta-Llama-3-8B"]]
> ["lineage.conflict",["Gryphe/Pantheon-RP-1.0-8b-Llama-3","meta-llama/Meta-Llama-3-8B"]]
? 1

# A license that nobody can tell the class of never passes, whatever else is asked
$ printf '[license]\nmin_class = "proprietary"\n' > p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml
> error[license.unknown]: upstage/Solar-Open-100B
>   declares other (Upstage Solar License), a license of unknown class
>   fix: read it and state what it is in a [[clarify]] section
>
> VERDICT  MODEL                    LICENSE                CLASS
> FAIL     upstage/Solar-Open-100B  Upstage Solar License  unknown
>
> 1 model: 1 failed · 1 error
? 1

# It passes only where the policy says so
$ printf '[license]\nmin_class = "proprietary"\non_unknown = "allow"\n' > p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml
> VERDICT  MODEL                    LICENSE                CLASS
> pass     upstage/Solar-Open-100B  Upstage Solar License  unknown
>
> 1 model: 1 passed

# A model that is not in the catalog never passes: exit 3, also beside other failures and in an audit
$ oms check nobody/nothing meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/osi.toml -q
$ echo $?
$ printf 'mode = "audit"\n[license]\nrequire_osi = true\n' > p.toml
$ oms check nobody/nothing --policy p.toml
> meta-llama/Llama-2-7b-hf
> nobody/nothing
> 3
> error[data.not-cached]: nobody/nothing
>   not in the catalog: nothing is known about it
>   fix: run 'oms fetch nobody/nothing --with-bases'
>
> VERDICT  MODEL           LICENSE  CLASS
> FAIL     nobody/nothing  –        not in the catalog
>
> 1 model: 1 failed · 1 error · audit: findings do not fail
? 3

# Names are exact, letter case and aliases aside; check never guesses
$ oms check ALLENAI/olmo-7b gpt2 --policy $TESTS/cli/check/osi.toml
$ oms check OLMo-7B --policy $TESTS/cli/check/osi.toml
> VERDICT  MODEL                  LICENSE     CLASS
> pass     allenai/OLMo-7B        apache-2.0  osi-permissive
> pass     openai-community/gpt2  mit         osi-permissive
>
> 2 models: 2 passed
> error[data.not-cached]: OLMo-7B
>   not in the catalog: nothing is known about it
>   fix: did you mean allenai/OLMo-7B
>
> VERDICT  MODEL    LICENSE  CLASS
> FAIL     OLMo-7B  –        not in the catalog
>
> 1 model: 1 failed · 1 error
? 3

# Without a policy all is reported and nothing fails
$ oms check meta-llama/Llama-2-7b-hf
> VERDICT  MODEL                     LICENSE  CLASS
> pass     meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 passed · audit: findings do not fail
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one

# oms-policy.toml of the current directory is the policy
$ cp $TESTS/cli/check/osi.toml oms-policy.toml
$ oms check meta-llama/Llama-2-7b-hf -q
> meta-llama/Llama-2-7b-hf
? 1

# A list has comments, revisions, blank lines and lines of scan; findings name the place
$ printf '\xef\xbb\xbf# ours\r\nallenai/OLMo-7B\r\n\n  meta-llama/Llama-2-7b-hf # chat\nsrc/a:b.py:12:5:meta-llama/Llama-2-7b-hf\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml
> error[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for an OSI-approved license
>   --> models.txt:4:3
>   --> src/a:b.py:12:5
>
> VERDICT  MODEL                     LICENSE     CLASS
> pass     allenai/OLMo-7B           apache-2.0  osi-permissive
> FAIL     meta-llama/Llama-2-7b-hf  llama2      community
>
> 2 models: 1 passed, 1 failed · 1 error
? 1

# The list may come from stdin
$ echo allenai/OLMo-7B | oms check -f - --policy $TESTS/cli/check/osi.toml
$ echo allenai/OLMo-7B | oms check - --policy $TESTS/cli/check/osi.toml
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed

# What a folder refers to is checked at the places where it does
$ mkdir src
$ echo 'm = AutoModel.from_pretrained("meta-llama/Llama-2-7b-hf")' > src/a.py
$ echo 'm = AutoModel.from_pretrained("nobody/nothing")' > src/b.py
$ oms check --scan src --policy $TESTS/cli/check/osi.toml
> error[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for an OSI-approved license
>   --> src/a.py:1:32
>
> error[data.not-cached]: nobody/nothing
>   not in the catalog: nothing is known about it
>   --> src/b.py:1:32
>   fix: run 'oms fetch nobody/nothing --with-bases'
>
> VERDICT  MODEL                     LICENSE  CLASS
> FAIL     meta-llama/Llama-2-7b-hf  llama2   community
> FAIL     nobody/nothing            –        not in the catalog
>
> 2 models: 2 failed · 2 errors
? 3

# An empty list is wrong use, unless it may be empty
$ echo '# none' > models.txt
$ oms check -f models.txt
$ oms check -f models.txt --allow-empty
$ oms check
> 0 models · audit: findings do not fail
! oms: error: check: the list of models is empty; --allow-empty lets an empty list pass
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one
! oms: error: check: no model to check; name models, -f FILE or --scan PATH; 'oms check --help'
? 2

# A waiver excuses what it names and says who answers for it
$ oms check meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/waived.toml
> WAIVED[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for at least open-other
>   why: internal evaluation only, ticket 123 (approved by Ada, until 2026-12-31)
>
> VERDICT  MODEL                     LICENSE  CLASS
> WAIVED   meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 waived

# After its last day it excuses nothing
$ export OMS_NOW=2027-01-01T00:00:00Z
$ oms check meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/waived.toml
> warning[waiver.expired]: the waiver for meta-llama/Llama-2-7b-hf ended on
>   2026-12-31
>   --> $TESTS/cli/check/waived.toml:4:1
>
> error[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for at least open-other
>
> VERDICT  MODEL                     LICENSE  CLASS
> FAIL     meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 failed · 1 error, 1 warning
? 1

# One that excuses nothing is a warning, which fails a strict check
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/waived.toml
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/waived.toml --strict -q
> warning[waiver.unused]: the waiver for meta-llama/Llama-2-7b-hf is about no
>   checked model
>   --> $TESTS/cli/check/waived.toml:4:1
>
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed · 1 warning
? 1

# A clarification changes what is judged
$ printf '[license]\nmin_class = "open-other"\n[[clarify]]\nmodel = "allenai/OLMo-7B"\nbase_model = ["meta-llama/Llama-2-7b-hf"]\nsource = "a test"\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
> error[license.class]: allenai/OLMo-7B
>   declares apache-2.0, but its base meta-llama/Llama-2-7b-hf (llama2) makes it
>   community; the policy asks for at least open-other
>   allenai/OLMo-7B ← meta-llama/Llama-2-7b-hf
>
> error[lineage.conflict]: allenai/OLMo-7B
>   declares apache-2.0, but its base meta-llama/Llama-2-7b-hf (llama2) passes its
>   own terms on
>
> VERDICT  MODEL            LICENSE     CLASS
> FAIL     allenai/OLMo-7B  apache-2.0  community (base, clarified)
>
> 1 model: 1 failed · 2 errors
? 1

# An organization's policy is pinned by its hash
$ cp $TESTS/cli/check/waived.toml org.toml
$ printf 'extends = "org.toml"\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
$ printf 'extends = "org.toml"\nextends_sha256 = "%064d"\n' 0 > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
$ printf 'extends = "org.toml"\nextends_sha256 = "%s"\n' $(sha256sum < org.toml | cut -c 1-64) > p.toml
$ oms check allenai/OLMo-7B meta-llama/Llama-2-7b-hf --policy p.toml
> WAIVED[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for at least open-other
>   why: internal evaluation only, ticket 123 (approved by Ada, until 2026-12-31)
>
> VERDICT  MODEL                     LICENSE     CLASS
> pass     allenai/OLMo-7B           apache-2.0  osi-permissive
> WAIVED   meta-llama/Llama-2-7b-hf  llama2      community
>
> 2 models: 1 passed, 1 waived
! oms: error: policy 'p.toml:1:1': 'extends' needs the hash of 'org.toml'; read it, then write extends_sha256 = "3159b4f4178457f5562309a9815bc39de6fc2e62010d63bb8918fb8756965a66"
! oms: error: policy 'p.toml:2:1': 'org.toml' is not the file that was pinned; its SHA-256 is 3159b4f4178457f5562309a9815bc39de6fc2e62010d63bb8918fb8756965a66

# What an organization's policy extends would not be pinned, so it extends nothing
$ printf 'extends = "top.toml"\n' > org.toml
$ printf 'extends = "org.toml"\nextends_sha256 = "%s"\n' $(sha256sum < org.toml | cut -c 1-64) > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
! oms: error: policy 'org.toml:1:1': a policy that is extended extends nothing itself
? 2

# A repository may only tighten it, and has no waivers of its own
$ cp $TESTS/cli/check/waived.toml org.toml
$ printf 'extends = "org.toml"\nextends_sha256 = "%s"\nmode = "audit"\n[license]\nmin_class = "community"\non_unknown = "warn"\n[[waiver]]\nmodel = "a/b"\nrules = ["license.class"]\nreason = "x"\nexpires = 2026-12-31\n' $(sha256sum < org.toml | cut -c 1-64) > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
! oms: error: policy 'p.toml:3:1': 'mode' = "audit" loosens 'org.toml', where it is "enforce"; a policy that extends another one can only tighten it
! oms: error: policy 'p.toml:5:1': 'license.min_class' = "community" loosens 'org.toml', where it is "open-other"; a policy that extends another one can only tighten it
! oms: error: policy 'p.toml:6:1': 'license.on_unknown' = "warn" loosens 'org.toml', where it is "fail"; a policy that extends another one can only tighten it
! oms: error: policy 'p.toml:7:1': a policy that extends another one has no waivers; they stand in 'org.toml', which it extends
? 2

# An audit reports and passes
$ printf 'mode = "audit"\n[license]\nrequire_osi = true\n' > p.toml
$ oms check meta-llama/Llama-2-7b-hf --policy p.toml
> AUDIT[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for an OSI-approved license
>
> VERDICT  MODEL                     LICENSE  CLASS
> WAIVED   meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 waived · audit: findings do not fail

# Until enforce_from the mode is audit
$ printf 'enforce_from = 2026-09-02\n[license]\nrequire_osi = true\n' > p.toml
$ oms check meta-llama/Llama-2-7b-hf --policy p.toml -q
$ OMS_NOW=2026-09-02T00:00:00Z oms check meta-llama/Llama-2-7b-hf --policy p.toml -q
> meta-llama/Llama-2-7b-hf
? 1

# A baseline excuses what fails now, and nothing new
$ oms check meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/open.toml --write-baseline b.json -q
$ cat b.json
$ oms check meta-llama/Llama-2-7b-hf meta-llama/Llama-2-13b-hf --policy $TESTS/cli/check/open.toml --baseline b.json
> {
>   "format": "oms-baseline",
>   "version": 1,
>   "findings": [
>     {"model":"meta-llama/Llama-2-7b-hf","rule":"license.class","license_class":"community"}
>   ]
> }
> error[license.class]: meta-llama/Llama-2-13b-hf
>   llama2 is community; the policy asks for at least open-other
>
> BASELINE[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for at least open-other
>   why: in the baseline
>
> VERDICT  MODEL                      LICENSE  CLASS
> FAIL     meta-llama/Llama-2-13b-hf  llama2   community
> WAIVED   meta-llama/Llama-2-7b-hf   llama2   community
>
> 2 models: 1 waived, 1 failed · 1 error
? 1

# A lock keeps the facts: the same verdict, byte for byte, with no cache and no home
$ oms check m-a-p/OpenCodeInterpreter-CL-70B gpt2 --policy $TESTS/cli/check/osi.toml --lock oms.lock > live.txt
$ env -u HOME -u XDG_CACHE_HOME OMS_CACHE_DIR=/nowhere oms check m-a-p/OpenCodeInterpreter-CL-70B gpt2 --policy $TESTS/cli/check/osi.toml --locked > locked.txt
$ echo $?
$ cmp live.txt locked.txt && cat locked.txt
$ oms check --locked oms.lock --policy $TESTS/cli/check/osi.toml -q
$ oms check --locked=oms.lock allenai/OLMo-7B --policy $TESTS/cli/check/osi.toml
> 1
> error[license.class]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) makes it
>   community; the policy asks for an OSI-approved license
>   m-a-p/OpenCodeInterpreter-CL-70B ← meta-llama/Llama-2-70b
>
> error[lineage.conflict]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) passes its
>   own terms on
>
> VERDICT  MODEL                             LICENSE     CLASS
> FAIL     m-a-p/OpenCodeInterpreter-CL-70B  apache-2.0  community (base)
> pass     openai-community/gpt2             mit         osi-permissive
>
> 2 models: 1 passed, 1 failed · 2 errors
> m-a-p/OpenCodeInterpreter-CL-70B
> error[lock.missing]: allenai/OLMo-7B
>   not in the lock: nothing is known about it
>   fix: write the lock anew with --update-lock
>
> VERDICT  MODEL            LICENSE  CLASS
> FAIL     allenai/OLMo-7B  –        not in the catalog
>
> 1 model: 1 failed · 1 error
! wrote oms.lock
? 3

# A lock that is older than --max-age answers nothing
$ oms check gpt2 --policy $TESTS/cli/check/osi.toml --lock oms.lock -q
$ OMS_NOW=2026-09-08T00:00:00Z oms check --locked --policy $TESTS/cli/check/osi.toml --max-age 7d -q
$ OMS_NOW=2026-09-08T00:01:00Z oms check --locked --policy $TESTS/cli/check/osi.toml --max-age 7d -q
! oms: error: the lock is too old: it was written on 2026-09-01, --max-age is 7d; write it anew with --lock FILE --update-lock
? 3

# A lock that was changed by hand is refused
$ oms check meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/osi.toml --lock oms.lock > live.txt
$ sed -i 's/community/osi-permissive/' oms.lock
$ oms check --locked --policy $TESTS/cli/check/osi.toml
! wrote oms.lock
! oms: error: lock 'oms.lock': changed since it was written; write it anew with 'oms check --lock oms.lock --update-lock'
? 3

# Another policy than that of the lock is told; none is an error
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/osi.toml --lock oms.lock
$ oms check --locked --policy $TESTS/cli/check/open.toml
$ oms check --locked
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed
> warning[lock.policy]: the lock was written under another policy
>   --> $TESTS/cli/check/open.toml
>
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed · 1 warning
> error[lock.policy]: the lock was written under a policy; here is none
>
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed · 1 error · audit: findings do not fail
! wrote oms.lock
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one
? 1

# A lock that is there is held against the facts, and stays until it is to be written anew
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/osi.toml --lock oms.lock -q
$ cp oms.lock before.lock
$ oms check allenai/OLMo-7B gpt2 --policy $TESTS/cli/check/osi.toml --lock oms.lock
$ cmp oms.lock before.lock && oms check allenai/OLMo-7B gpt2 --policy $TESTS/cli/check/osi.toml --lock oms.lock --update-lock
$ oms check allenai/OLMo-7B gpt2 --policy $TESTS/cli/check/osi.toml --lock oms.lock -q
> error[lock.missing]: openai-community/gpt2
>   not in the lock
>   fix: write the lock anew with --update-lock
>
> VERDICT  MODEL                  LICENSE     CLASS
> pass     allenai/OLMo-7B        apache-2.0  osi-permissive
> FAIL     openai-community/gpt2  mit         osi-permissive
>
> 2 models: 1 passed, 1 failed · 1 error
> VERDICT  MODEL                  LICENSE     CLASS
> pass     allenai/OLMo-7B        apache-2.0  osi-permissive
> pass     openai-community/gpt2  mit         osi-permissive
>
> 2 models: 2 passed
! wrote oms.lock

# Wrong use of the lock
$ oms check --locked
$ oms check --locked --refresh
$ oms check --update-lock allenai/OLMo-7B
$ echo '{}' > oms.lock
$ oms check --locked
$ oms check --locked --max-age 14
! oms: error: lock 'oms.lock': no such file or directory; 'oms check --lock FILE' writes one
! oms: error: check: --locked and --refresh do not go together; 'oms check --help'
! oms: error: check: --update-lock goes with --lock FILE
! oms: error: lock 'oms.lock': not a lock of version 1; write it anew with 'oms check --lock oms.lock --update-lock'
! oms: error: lock 'oms.lock': not a lock of version 1; write it anew with 'oms check --lock oms.lock --update-lock'
? 3

# --init writes a policy that can be used, and replaces none
$ oms check --init
$ oms check allenai/OLMo-7B
$ oms check --init
$ oms check --init --policy missing/p.toml
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed
! wrote oms-policy.toml; 'oms check ID' judges by it
! oms: error: check --init: 'oms-policy.toml' is there already; --policy FILE names another one
! oms: error: cannot write 'missing/p.toml': No such file or directory
? 3

# Everything that is wrong with a policy is told, with line and column
$ printf '[license]\nmin_clas = "open-other"\nallow = ["apache2", "class:osi"]\n[licence]\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
! oms: error: policy 'p.toml:2:1': unknown key 'min_clas' in [license]; did you mean 'min_class'?
! oms: error: policy 'p.toml:3:10': 'license.allow' names the unknown license 'apache2'; did you mean 'apache-2.0'? ('oms licenses' lists all)
! oms: error: policy 'p.toml:3:21': 'license.allow' names the unknown class 'osi'; did you mean 'osi-copyleft'? (classes are proprietary, research-only, non-commercial, community, restricted, open-other, osi-copyleft, osi-permissive)
! oms: error: policy 'p.toml:4:1': unknown section [licence]; did you mean 'license'? (sections are license, thresholds, lineage, openness, data, waiver, clarify)
? 2

# A policy that is no TOML, or not there
$ printf '[license\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
$ oms check allenai/OLMo-7B --policy missing.toml
$ oms check allenai/OLMo-7B --policy missing.toml --json
! oms: error: policy 'p.toml:1:9': no TOML: error while parsing table header: expected ']', saw '\n'
! oms: error: policy 'missing.toml': no such file or directory
! {"code": "usage", "exit_code": 2, "message": "policy 'missing.toml': no such file or directory", "hint": null}
? 2

# Files that are not there, and formats
$ oms check -f missing.txt
$ oms check allenai/OLMo-7B --baseline missing.json
$ oms check allenai/OLMo-7B --format yaml
$ oms check allenai/OLMo-7B --format sarif --json
$ oms check --scan missing
! oms: error: list 'missing.txt': no such file or directory
! oms: error: baseline 'missing.json': no such file or directory
! oms: error: unknown format 'yaml' (text, json, sarif, junit, github, gitlab, md, inventory, cyclonedx, ids)
! {"code": "usage", "exit_code": 2, "message": "--json and --format are two formats at once", "hint": null}
! oms: error: cannot read 'missing': no such file or directory
? 3

# Old data is no data
$ oms check allenai/OLMo-7B --policy $TESTS/cli/check/osi.toml --max-age 1d
$ printf '[data]\nmax_age_days = 30\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
> error[data.stale]: allenai/OLMo-7B
>   its record of 2026-07-31 is 32 days old; the policy allows 30 days
>   fix: run 'oms fetch allenai/OLMo-7B'
>
> VERDICT  MODEL            LICENSE     CLASS
> FAIL     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 failed · 1 error
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'
? 3

# --explain shows every step
$ oms check --explain Gryphe/Pantheon-RP-1.0-8b-Llama-3 --policy $TESTS/cli/check/open.toml
> Gryphe/Pantheon-RP-1.0-8b-Llama-3: fail
>
> What is known
>   declared license  apache-2.0
>   license table     apache-2.0
>   own class         osi-permissive  (curated)
>   revision          not known
>   record of         2025-03-13
>
> Lineage
>   meta-llama/Meta-Llama-3-8B  llama3, community: conflict (terms-dropped)
>   verdict           conflict
>   effective class   community
>
> Policy
>   license.min_class = "open-other"  ($TESTS/cli/check/open.toml:3)
>       declares apache-2.0, but its base meta-llama/Meta-Llama-3-8B (llama3) makes it community; the policy asks for at least open-other
>   license.allow  (default): not asked
>   license.deny  (default): not asked
>   license.require_osi = false  (default): not asked
>   license.commercial_use = "any"  (default): not asked
>   license.on_unknown = "fail"  (default): holds
>   license.on_disagreement = "warn"  (default): holds
>   thresholds.monthly_active_users  (default): not asked
>   thresholds.annual_revenue_usd  (default): not asked
>   thresholds.territory  (default): not asked
>   lineage.on_conflict = "fail"  (default)
>       declares apache-2.0, but its base meta-llama/Meta-Llama-3-8B (llama3) passes its own terms on
>   lineage.on_review = "warn"  (default): holds
>   lineage.on_no_lineage = "allow"  (default): not asked
>   lineage.unknown_base = "fail"  (default): holds
>   openness.require  (default): not asked
>   openness.min_evidence = "unknown"  (default): not asked
>   openness.allow_gated = true  (default): not asked
>   openness.min_osai  (default): not asked
>   openness.mof_class = ""  (default): not asked
>   data.max_age_days  (default): not asked
>   data.pin_revision = false  (default): not asked
>
> Findings
>   error[license.class] declares apache-2.0, but its base meta-llama/Meta-Llama-3-8B (llama3) makes it community; the policy asks for at least open-other
>       path: Gryphe/Pantheon-RP-1.0-8b-Llama-3 > meta-llama/Meta-Llama-3-8B
>   error[lineage.conflict] declares apache-2.0, but its base meta-llama/Meta-Llama-3-8B (llama3) passes its own terms on
>       path: Gryphe/Pantheon-RP-1.0-8b-Llama-3 > meta-llama/Meta-Llama-3-8B
? 1

# --explain names what its makers offer in the family under terms that pass
$ printf '[license]\nmin_class = "open-other"\n' > p.toml
$ oms check --explain mistralai/Codestral-22B-v0.1 --policy p.toml | sed -n '/^Of the same/,$p'
$ oms check --explain meta-llama/Llama-2-7b-hf --policy p.toml | grep -c 'same family'
> Of the same family, these pass
>   mistralai/Mistral-7B-Instruct-v0.3
>   mistralai/Voxtral-Mini-4B-Realtime-2602
>   mistralai/Mixtral-8x7B-Instruct-v0.1
> 0
? 1

# Ids and reasons of others stay inert in every format
$ printf 'a/b::error::c\nx/\e[31my\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format github
$ sed 's/ticket 123/\\u001b[31m\\n::error::x/' $TESTS/cli/check/waived.toml > p.toml
$ oms check meta-llama/Llama-2-7b-hf --policy p.toml --format github
$ oms check meta-llama/Llama-2-7b-hf --policy p.toml
> error[data.not-cached]: a/b::error::c
>   not in the catalog: nothing is known about it
>   --> models.txt:1:1
>   fix: correct the name
>
> error[data.not-cached]: x/�[31my
>   not in the catalog: nothing is known about it
>   --> models.txt:2:1
>   fix: correct the name
>
> VERDICT  MODEL          LICENSE  CLASS
> FAIL     a/b::error::c  –        not in the catalog
> FAIL     x/�[31my       –        not in the catalog
>
> 2 models: 2 failed · 2 errors
> ::error file=models.txt,line=1,col=1,title=data.not-cached::a/b::error::c: not in the catalog: nothing is known about it%0Afix: correct the name
> ::error file=models.txt,line=2,col=1,title=data.not-cached::x/�[31my: not in the catalog: nothing is known about it%0Afix: correct the name
> ::notice title=oms check::2 models: 2 failed · 2 errors
> ::notice title=license.class::meta-llama/Llama-2-7b-hf: llama2 is community; the policy asks for at least open-other%0Awaived: internal evaluation only, �[31m ::error::x (approved by Ada, until 2026-12-31)
> ::notice title=oms check::1 model: 1 waived
> WAIVED[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for at least open-other
>   why: internal evaluation only, �[31m ::error::x (approved by Ada, until
>        2026-12-31)
>
> VERDICT  MODEL                     LICENSE  CLASS
> WAIVED   meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 waived

# A policy that only says enforce enforces; one that states nothing says that it does not
$ printf 'mode = "enforce"\n' > p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml -q
$ printf '[license]\n' > p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml -q
> upstage/Solar-Open-100B
! oms: warning: 'p.toml' states no rule: findings are reported and none fails but missing data

# To enforce now is stricter than an organization's day in the future
$ printf 'enforce_from = 2027-01-01\n[license]\nrequire_osi = true\n' > org.toml
$ printf 'extends = "org.toml"\nextends_sha256 = "%s"\nmode = "enforce"\n' $(sha256sum < org.toml | cut -c 1-64) > p.toml
$ oms check meta-llama/Llama-2-7b-hf --policy p.toml -q
> meta-llama/Llama-2-7b-hf
? 1

# A clarification neither takes a model for its own base nor stands twice
$ printf '[license]\nrequire_osi = true\n[[clarify]]\nmodel = "a/b"\nbase_model = ["A/b"]\nsource = "x"\n[[clarify]]\nmodel = "c/d"\nlicense = "mit"\nsource = "x"\n[[clarify]]\nmodel = "c/d"\nlicense = "llama2"\nsource = "x"\n' > p.toml
$ oms check allenai/OLMo-7B --policy p.toml
! oms: error: policy 'p.toml:3:1': [[clarify]]: 'base_model' names the model itself
! oms: error: policy 'p.toml:11:1': [[clarify]]: 'c/d' is clarified twice; state it in one section
? 2

# What a policy states is told apart from what the publisher declares
$ printf '[license]\nrequire_osi = true\n[[clarify]]\nmodel = "upstage/Solar-Open-100B"\nlicense = "mit"\nsource = "a letter"\n' > p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml
$ oms check upstage/Solar-Open-100B --policy p.toml --format inventory | tail -1
$ oms check upstage/Solar-Open-100B --policy p.toml --format cyclonedx | jq -c '.components[0].licenses'
> VERDICT  MODEL                    LICENSE  CLASS
> pass     upstage/Solar-Open-100B  mit      osi-permissive (clarified)
>
> 1 model: 1 passed
> | upstage/Solar-Open-100B | mit | osi-permissive (clarified) | osi-permissive | pass | – | 2026-06-12 | – |
> [{"license":{"id":"MIT","acknowledgement":"concluded"}}]

# A name that is put together at run time is told, and fails a strict scan
$ printf 'a = AutoModel.from_pretrained("gpt2")\nb = AutoModel.from_pretrained(f"{owner}/{name}")\n' > a.py
$ oms check --scan a.py --policy $TESTS/cli/check/osi.toml -q
$ oms check --scan a.py --policy $TESTS/cli/check/osi.toml --strict -q
! oms: warning: 1 reference put together at run time cannot be checked; 'oms scan --json' names them
! oms: warning: 1 reference put together at run time cannot be checked; 'oms scan --json' names them
! oms: error: check --scan: not every reference could be read: a.py:2:33 is put together at run time; --strict wants all of them
? 3

# A saved query is no model id, on the command line and in a list
$ oms check @osi-chat --policy $TESTS/cli/check/osi.toml; echo $?; printf 'gpt2\n@osi-chat\n' | oms check - --policy $TESTS/cli/check/osi.toml
> 2
! oms: error: '@osi-chat' is no model id; check takes no saved query
! oms: error: '@osi-chat' is no model id; check takes no saved query
? 2

# A name without its owner is not in the catalog; the fix tells the id that has it
$ oms check gpt-oss-120b --policy $TESTS/cli/check/osi.toml
> error[data.not-cached]: gpt-oss-120b
>   not in the catalog: nothing is known about it
>   fix: did you mean openai/gpt-oss-120b
>
> VERDICT  MODEL         LICENSE  CLASS
> FAIL     gpt-oss-120b  –        not in the catalog
>
> 1 model: 1 failed · 1 error
? 3

# What a scan leaves out for its size, bytes or links is told, and fails a strict one; what is ignored does not
$ mkdir src; echo 'vllm serve allenai/OLMo-7B' > a.sh; printf 'a = "acme/x"\n\0' > src/b.py; printf '\377\376a' > src/c.yaml; head -c 9000000 /dev/zero | tr '\0' ' ' > src/d.json; ln -s ../a.sh src/e.sh; ln -s .. src/f; ln -s ../a.sh src/g.txt
$ oms check --scan . --policy $TESTS/cli/check/osi.toml
$ oms check --scan . --policy $TESTS/cli/check/osi.toml --strict -q; echo $?
$ oms check --scan . --policy $TESTS/cli/check/osi.toml --strict --json --exclude '[b-d].*'; echo $?
$ mkdir .git; echo src/ > .gitignore; oms check --scan . --policy $TESTS/cli/check/osi.toml --strict
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed
> 3
> 3
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
>
> 1 model: 1 passed
! left out: 1 file of more than 8 MiB, 2 binary files, 3 symbolic links
! oms: error: check --scan: not every reference could be read: 'src/b.py' is binary, 'src/c.yaml' is binary, 'src/d.json' has more than 8 MiB and 2 more; --strict wants all of them
! left out: 3 symbolic links
! {"code": "data", "exit_code": 3, "message": "check --scan: not every reference could be read: 'src/e.sh' is a symbolic link, 'src/f' is a symbolic link", "hint": "--strict wants all of them"}
! left out: 1 ignored folder

# check --no-ignore reads what .gitignore leaves out
$ mkdir .git; echo 'vllm serve acme/x' > a.sh; echo a.sh > .gitignore; oms check --scan . --no-ignore --policy $TESTS/cli/check/osi.toml -q; echo $?; oms check --scan . --allow-empty --policy $TESTS/cli/check/osi.toml
> acme/x
> 3
> 0 models
! left out: 1 ignored file
