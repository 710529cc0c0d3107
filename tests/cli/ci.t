# What jobs of others run: the action of GitHub and the hooks of pre-commit.

# The action annotates, writes the summary, and has the exit code of the check
$ mkdir src && echo 'a = pipeline(model="meta-llama/Llama-2-7b-hf")' > src/a.py
$ export GITHUB_OUTPUT=output GITHUB_STEP_SUMMARY=summary.md
$ CHECK_POLICY=$TESTS/cli/check/osi.toml CHECK_SCAN=src $TESTS/../.github/actions/oms-check/check; echo "= $?"
$ cat output summary.md
> ::error file=src/a.py,line=1,col=21,title=license.class::meta-llama/Llama-2-7b-hf: llama2 is community; the policy asks for an OSI-approved license
> ::notice title=oms check::1 model: 1 failed · 1 error
> = 1
> exit-code=1
> ## oms check: failed
>
> 1 model: 1 failed · 1 error
>
> Policy $TESTS/cli/check/osi.toml · enforce · 2026-09-01
>
> ### Findings
>
> | Level | Rule | Model | Finding | Where |
> | --- | --- | --- | --- | --- |
> | **error** | license.class | meta-llama/Llama-2-7b-hf | llama2 is community; the policy asks for an OSI-approved license | src/a.py:1:21 |
>
> ### Models
>
> | Verdict | Model | License | Class | Effective |
> | --- | --- | --- | --- | --- |
> | **fail** | meta-llama/Llama-2-7b-hf | llama2 | community | community |

# The action takes a list, several paths and more arguments
$ mkdir a 'b c' && echo 'a = pipeline(model="Qwen/Qwen3-8B")' > a/a.py && echo 'a = pipeline(model="Qwen/Qwen3-32B")' > 'b c/a.py' && echo allenai/OLMo-7B > models.txt
$ CHECK_FILE=models.txt CHECK_SCAN=$'a\nb c\n' CHECK_ARGUMENTS='--strict --max-age 20d' CHECK_POLICY=$TESTS/cli/check/osi.toml $TESTS/../.github/actions/oms-check/check
> ::notice title=oms check::3 models: 3 passed

# The action writes SARIF only where it is asked for, also when the check fails
$ export CHECK_FILE=models.txt CHECK_POLICY=$TESTS/cli/check/osi.toml; echo meta-llama/Llama-2-7b-hf > models.txt
$ $TESTS/../.github/actions/oms-check/check > /dev/null; ls
$ CHECK_SARIF=true $TESTS/../.github/actions/oms-check/check > /dev/null; ls; jq -r '.runs[0].results[].ruleId' oms.sarif
> models.txt
> models.txt
> oms.sarif
> license.class

# A policy that is wrong is exit 2 for the action, too
$ CHECK_POLICY=none.toml CHECK_FILE=models.txt $TESTS/../.github/actions/oms-check/check
! oms: error: policy 'none.toml': no such file or directory
? 2

# The action finds an installed oms and names the source it would build
$ GITHUB_OUTPUT=$PWD/output $TESTS/../.github/actions/oms-check/find-oms
$ sed -E "s,^program=/.*/oms$,program=oms,; s/[0-9a-f]{64}/HASH/" output
> program=oms
> source=HASH

# Every input of the action reaches its script
$ cd $TESTS/../.github/actions/oms-check && sed -n '/^inputs:/,/^outputs:/s/^  \([a-z]*\):$/\1/p' action.yml | while read -r input; do grep -q "CHECK_${input^^}: .*inputs.$input " action.yml && grep -q "CHECK_${input^^}" check || echo "$input does not"; done

# The hook of pre-commit judges what the files name, and passes where they name nothing
$ entry=$(sed -n 's/^  entry: //p' $TESTS/../.pre-commit-hooks.yaml | head -1)
$ cp $TESTS/cli/check/osi.toml oms-policy.toml; bash -c "$entry"; echo "= $?"
$ echo 'a = pipeline(model="meta-llama/Llama-2-7b-hf")' > a.py; bash -c "$entry"
> 0 models
> = 0
> error[license.class]: meta-llama/Llama-2-7b-hf
>   llama2 is community; the policy asks for an OSI-approved license
>   --> a.py:1:21
>
> VERDICT  MODEL                     LICENSE  CLASS
> FAIL     meta-llama/Llama-2-7b-hf  llama2   community
>
> 1 model: 1 failed · 1 error
? 1

# The two hooks run the same
$ sed -n 's/^  entry: //p' $TESTS/../.pre-commit-hooks.yaml
> oms check --scan . --allow-empty
> scripts/oms check --scan . --allow-empty
