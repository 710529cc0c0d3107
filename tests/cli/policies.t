# The example policies of data/policies/, each with models that pass and models that fail. What a
# reader of them is told stands in the files.

# osi-only: no community license, however it is used, and no Apache on top of one
$ oms check Qwen/Qwen3-32B meta-llama/Llama-3.1-8B-Instruct m-a-p/OpenCodeInterpreter-CL-70B --policy $TESTS/../data/policies/osi-only.toml
> error[license.class]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) makes it
>   community; the policy asks for an OSI-approved license
>   m-a-p/OpenCodeInterpreter-CL-70B ← meta-llama/Llama-2-70b
>
> error[lineage.conflict]: m-a-p/OpenCodeInterpreter-CL-70B
>   declares apache-2.0, but its base meta-llama/Llama-2-70b (llama2) passes its
>   own terms on
>
> error[license.class]: meta-llama/Llama-3.1-8B-Instruct
>   llama3.1 is community; the policy asks for an OSI-approved license
>
> VERDICT  MODEL                             LICENSE     CLASS
> FAIL     m-a-p/OpenCodeInterpreter-CL-70B  apache-2.0  community (base)
> FAIL     meta-llama/Llama-3.1-8B-Instruct  llama3.1    community
> pass     Qwen/Qwen3-32B                    apache-2.0  osi-permissive
>
> 3 models: 1 passed, 2 failed · 3 errors
? 1

# commercial: a community license passes below its limits, a non-commercial one never
$ oms check meta-llama/Llama-3.1-8B-Instruct OpenLLM-France/Claire-7B-FR-Instruct-0.1 --policy $TESTS/../data/policies/commercial.toml
> error[license.class]: OpenLLM-France/Claire-7B-FR-Instruct-0.1
>   cc-by-nc-sa-4.0 is non-commercial; the policy asks for at least community
>
> error[license.commercial]: OpenLLM-France/Claire-7B-FR-Instruct-0.1
>   cc-by-nc-sa-4.0 does not allow commercial use
>
> VERDICT  MODEL                                     LICENSE          CLASS
> pass     meta-llama/Llama-3.1-8B-Instruct          llama3.1         community
> FAIL     OpenLLM-France/Claire-7B-FR-Instruct-0.1  cc-by-nc-sa-4.0  non-commercial
>
> 2 models: 1 passed, 1 failed · 2 errors
? 1

# commercial: above the limit of the license it fails
$ sed 's/= 50000/= 800000000/' $TESTS/../data/policies/commercial.toml > large.toml
$ oms check meta-llama/Llama-3.1-8B-Instruct --policy large.toml -q
> meta-llama/Llama-3.1-8B-Instruct
? 1

# team: what it extends is pinned, and is tightened
$ oms check Qwen/Qwen3-32B meta-llama/Llama-3.1-8B-Instruct --policy $TESTS/../data/policies/team.toml
> error[license.class]: meta-llama/Llama-3.1-8B-Instruct
>   llama3.1 is community; the policy asks for at least open-other
>
> error[license.commercial]: meta-llama/Llama-3.1-8B-Instruct
>   llama3.1 allows commercial use on conditions only
>   fix: read them; 'license.commercial_use' may be "conditional-ok"
>
> error[license.commercial]: meta-llama/Llama-3.1-8B-Instruct
>   its base meta-llama/Llama-3.1-8B passes on llama3.1, which allows commercial
>   use on conditions only
>   meta-llama/Llama-3.1-8B-Instruct ← meta-llama/Llama-3.1-8B
>   fix: read them; 'license.commercial_use' may be "conditional-ok"
>
> VERDICT  MODEL                             LICENSE     CLASS
> FAIL     meta-llama/Llama-3.1-8B-Instruct  llama3.1    community
> pass     Qwen/Qwen3-32B                    apache-2.0  osi-permissive
>
> 2 models: 1 passed, 1 failed · 3 errors
? 1

# team: an organization's policy that was exchanged is refused
$ cp $TESTS/../data/policies/team.toml . && echo 'version = 1' > commercial.toml
$ oms check Qwen/Qwen3-32B --policy team.toml 2>&1 | sed 's/[0-9a-f]\{64\}/HASH/g'
> oms: error: policy 'team.toml:5:1': 'commercial.toml' is not the file that was pinned; its SHA-256 is HASH
? 2

# open-source-ai: OLMo-7B passes, a model of which the license alone is known to be open does not
$ oms check allenai/OLMo-7B Qwen/Qwen3-32B --policy $TESTS/../data/policies/open-source-ai.toml
> error[openness.component]: Qwen/Qwen3-32B
>   the training data is not known to be public
>
> error[openness.component]: Qwen/Qwen3-32B
>   the weights are not known to be public
>
> error[openness.component]: Qwen/Qwen3-32B
>   the evaluation code is not known to be public
>
> error[openness.component]: Qwen/Qwen3-32B
>   the fine-tuning code is not known to be public
>
> error[openness.component]: Qwen/Qwen3-32B
>   the training metrics are not known to be public
>
> VERDICT  MODEL            LICENSE     CLASS
> pass     allenai/OLMo-7B  apache-2.0  osi-permissive
> FAIL     Qwen/Qwen3-32B   apache-2.0  osi-permissive
>
> 2 models: 1 passed, 1 failed · 5 errors
? 1

# with-waiver: the exception holds until its last day
$ oms check meta-llama/Llama-3.1-8B-Instruct --policy $TESTS/../data/policies/with-waiver.toml
$ OMS_NOW=2027-01-01T00:00:00Z oms check meta-llama/Llama-3.1-8B-Instruct --policy $TESTS/../data/policies/with-waiver.toml -q
> WAIVED[license.class]: meta-llama/Llama-3.1-8B-Instruct
>   llama3.1 is community; the policy asks for at least open-other
>   why: evaluation beside its successor (approved by model board, until
>        2026-12-31)
>
> VERDICT  MODEL                             LICENSE   CLASS
> WAIVED   meta-llama/Llama-3.1-8B-Instruct  llama3.1  community
>
> 1 model: 1 waived
> meta-llama/Llama-3.1-8B-Instruct
? 1

# audit: findings do not fail, a model that nobody knows does
$ oms check meta-llama/Llama-3.1-8B-Instruct --policy $TESTS/../data/policies/audit.toml -q
$ oms check nobody/nothing --policy $TESTS/../data/policies/audit.toml -q
> nobody/nothing
? 3

# Every example of data/policies has a case here
$ for file in $TESTS/../data/policies/*.toml; do name=${file##*/}; grep -q "^# ${name%.toml}: " $TESTS/cli/policies.t || echo "$name has none"; done
