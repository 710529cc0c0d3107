# list over what base models pass on: the effective class, the verdict, the number of derived models.

# A fine-tune of Llama that is tagged mit keeps its id, and is no open model
$ M=id=deepseek-ai/DeepSeek-R1-Distill-Llama-8B,deepseek-ai/DeepSeek-R1-Distill-Qwen-7B
$ oms list "$M" --fields id,license,license_class,license_effective,license_verdict 2>/dev/null
$ for l in mit osi open osi-permissive community commercial; do echo "$l: $(oms list "$M" --license $l --sort id --fields name --format csv --no-header 2>/dev/null | paste -sd ' ')"; done
$ for c in open-other community; do echo ">=$c: $(oms list "$M" --min-license-class $c --sort id --fields name --format csv --no-header 2>/dev/null | paste -sd ' ')"; done
> MODEL                                     LICENSE  CLASS           EFFECTIVE       VERDICT
> deepseek-ai/DeepSeek-R1-Distill-Llama-8B  mit      osi-permissive  community       conflict
> deepseek-ai/DeepSeek-R1-Distill-Qwen-7B   mit      osi-permissive  osi-permissive  undetermined
> mit: DeepSeek-R1-Distill-Llama-8B DeepSeek-R1-Distill-Qwen-7B
> osi: DeepSeek-R1-Distill-Qwen-7B
> open: DeepSeek-R1-Distill-Qwen-7B
> osi-permissive: DeepSeek-R1-Distill-Qwen-7B
> community: DeepSeek-R1-Distill-Llama-8B
> commercial: DeepSeek-R1-Distill-Llama-8B DeepSeek-R1-Distill-Qwen-7B
> >=open-other: DeepSeek-R1-Distill-Qwen-7B
> >=community: DeepSeek-R1-Distill-Llama-8B DeepSeek-R1-Distill-Qwen-7B

# commercial: what the license allows, unless a base bars it
$ oms list commercial_use=yes license_effective=non-commercial,research-only -n 0 -q | head -3
$ oms list --license commercial license_effective=non-commercial,research-only,proprietary -n 0 -q | wc -l
> unsloth/Qwen2.5-3B-Instruct-unsloth-bnb-4bit
> lukealonso/MiniMax-M2.7-NVFP4
> unsloth/Qwen2.5-3B-Instruct-bnb-4bit
> 0

# A verdict is a condition like any; the worst stand first in -order
$ oms list license_verdict=conflict --task chat -n 3 --fields id,license,license_effective,license_verdict 2>/dev/null
$ oms list license_verdict=nonsense
> MODEL                                      LICENSE     EFFECTIVE   VERDICT
> farbodtavakkoli/OTel-LLM-1.2B-IT           apache-2.0  community   conflict
> deepseek-ai/DeepSeek-R1-Distill-Llama-70B  mit         community   conflict
> farbodtavakkoli/OTel-LLM-1B-IT             apache-2.0  restricted  conflict
! oms: error: condition 'license_verdict=nonsense': license_verdict takes one of conflict, review, undetermined, no-lineage, ok, not 'nonsense'
? 2

# The verdict says no-lineage where no base is on record, and unknown nowhere
$ oms list license_verdict=unknown --all -n 0 -q | wc -l
$ oms list 'base_models=unknown' 'license_verdict!=no-lineage' --all -n 0 -q | wc -l
> 0
> 0

# derivatives counts the models of the catalog that name it as a base
$ oms list --sort derivatives -n 3 --fields id,derivatives 2>/dev/null
> MODEL                      DERIVED
> Qwen/Qwen3.6-27B                42
> Qwen/Qwen3.6-35B-A3B            31
> google/gemma-4-26B-A4B-it       24
