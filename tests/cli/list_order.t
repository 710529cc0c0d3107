# Order: --sort, its directions, ties and unknown values.

# Most downloaded first, without --sort
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b,openai/whisper-large-v3 --fields id,downloads 2>/dev/null
> MODEL                    DOWNLOADS
> openai/whisper-large-v3      5.78M
> openai/gpt-oss-120b          4.33M
> allenai/OLMo-7B              56.1k

# A bare field sorts best first: the lowest price, the highest count, the newest date
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,zai-org/GLM-4.6,mistralai/Mistral-7B-Instruct-v0.3
$ for s in price_output likes created; do echo "$s: $(oms list "$M" -s $s --fields name,$s --no-header 2>/dev/null | tr -s ' ' | paste -sd '/')"; done
> price_output: gpt-oss-120b 0.17/Mistral-7B-Instruct-v0.3 0.20*/Llama-3.3-70B-Instruct 0.32/GLM-4.6 2.20/OLMo-7B –
> likes: gpt-oss-120b 5.04k/Llama-3.3-70B-Instruct 2.92k/Mistral-7B-Instruct-v0.3 2.73k/GLM-4.6 1.23k/OLMo-7B 653
> created: GLM-4.6 2025-09-29/gpt-oss-120b 2025-08-04/Llama-3.3-70B-Instruct 2024-11-26/Mistral-7B-Instruct-v0.3 2024-05-22/OLMo-7B 2024-01-09

# -FIELD is descending, +FIELD ascending, unknown last in both
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,zai-org/GLM-4.6,mistralai/Mistral-7B-Instruct-v0.3
$ for s in -price_output +price_output -likes +likes; do echo "$s: $(oms list "$M" --sort $s --fields name,${s#?} --no-header 2>/dev/null | tr -s ' ' | paste -sd '/')"; done
> -price_output: GLM-4.6 2.20/Llama-3.3-70B-Instruct 0.32/Mistral-7B-Instruct-v0.3 0.20*/gpt-oss-120b 0.17/OLMo-7B –
> +price_output: gpt-oss-120b 0.17/Mistral-7B-Instruct-v0.3 0.20*/Llama-3.3-70B-Instruct 0.32/GLM-4.6 2.20/OLMo-7B –
> -likes: gpt-oss-120b 5.04k/Llama-3.3-70B-Instruct 2.92k/Mistral-7B-Instruct-v0.3 2.73k/GLM-4.6 1.23k/OLMo-7B 653
> +likes: OLMo-7B 653/GLM-4.6 1.23k/Mistral-7B-Instruct-v0.3 2.73k/Llama-3.3-70B-Instruct 2.92k/gpt-oss-120b 5.04k

# A field without a better direction ascends
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,zai-org/GLM-4.6,mistralai/Mistral-7B-Instruct-v0.3
$ oms list "$M" --sort params --fields id,params 2>/dev/null
> MODEL                               PARAMS
> allenai/OLMo-7B                        ~7B
> mistralai/Mistral-7B-Instruct-v0.3   7.25B
> meta-llama/Llama-3.3-70B-Instruct    70.6B
> openai/gpt-oss-120b                   120B
> zai-org/GLM-4.6                       357B

# Texts sort by their folded bytes
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,zai-org/GLM-4.6,mistralai/Mistral-7B-Instruct-v0.3
$ oms list "$M" --sort license,-name --fields license,name 2>/dev/null
> LICENSE     NAME
> apache-2.0  OLMo-7B
> apache-2.0  Mistral-7B-Instruct-v0.3
> apache-2.0  gpt-oss-120b
> llama3.3    Llama-3.3-70B-Instruct
> mit         GLM-4.6

# A choice sorts from the best word to the worst, unknown last
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ oms list "$M" --sort license_class --fields license_class,name --no-header 2>/dev/null
> osi-permissive  OLMo-7B
> osi-copyleft    gpt4all-13b-snoozy
> community       Llama-3.3-70B-Instruct
> non-commercial  canary-1b
> –               opt-125m

# A flag sorts yes before no before unknown
$ M=id=allenai/OLMo-7B,meta-llama/Llama-3.3-70B-Instruct,nvidia/canary-1b,facebook/opt-125m,nomic-ai/gpt4all-13b-snoozy
$ oms list "$M" --sort osi_approved --fields osi_approved,name --no-header 2>/dev/null
> yes  OLMo-7B
> no   Llama-3.3-70B-Instruct
> no   canary-1b
> –    opt-125m
> –    gpt4all-13b-snoozy

# A later key orders what an earlier one leaves equal
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,zai-org/GLM-4.6,mistralai/Mistral-7B-Instruct-v0.3
$ oms list "$M" --sort license,-likes --fields license,likes,name --no-header 2>/dev/null
> apache-2.0  5.04k  gpt-oss-120b
> apache-2.0  2.73k  Mistral-7B-Instruct-v0.3
> apache-2.0    653  OLMo-7B
> llama3.3    2.92k  Llama-3.3-70B-Instruct
> mit         1.23k  GLM-4.6

# Ties are broken by id, letter case aside, in every direction
$ oms list id~biomistral/biomistral-7b- --sort params -q
$ oms list id~biomistral/biomistral-7b- --sort -params -q
> BioMistral/BioMistral-7B-DARE
> BioMistral/BioMistral-7B-SLERP
> BioMistral/BioMistral-7B-TIES
> BioMistral/BioMistral-7B-DARE
> BioMistral/BioMistral-7B-SLERP
> BioMistral/BioMistral-7B-TIES

# Models without the value come last in both directions, by id
$ M=id=openai/gpt-oss-120b,BioMistral/BioMistral-7B-TIES,BioMistral/BioMistral-7B-DARE
$ for s in price_output -price_output +price_output; do oms list $M --sort $s --fields name --no-header 2>/dev/null | paste -sd " "; done
> gpt-oss-120b BioMistral-7B-DARE BioMistral-7B-TIES
> gpt-oss-120b BioMistral-7B-DARE BioMistral-7B-TIES
> gpt-oss-120b BioMistral-7B-DARE BioMistral-7B-TIES

# For quality the sign means goodness: best error rate first under quality and -quality
$ for s in quality -quality +quality; do oms list --task asr 'quality<=5.7' --sort $s --fields name,quality --no-header 2>/dev/null | tr -s ' ' | paste -sd '/'; done
> cohere-transcribe-03-2026 5.42/granite-4.0-1b-speech 5.52/canary-qwen-2.5b 5.63
> cohere-transcribe-03-2026 5.42/granite-4.0-1b-speech 5.52/canary-qwen-2.5b 5.63
> canary-qwen-2.5b 5.63/granite-4.0-1b-speech 5.52/cohere-transcribe-03-2026 5.42

# For quality the sign means goodness: best rating first under quality and -quality
$ for s in quality -quality +quality; do oms list --task chat 'quality>=1425' --sort $s --fields name,quality --no-header 2>/dev/null | tr -s ' ' | paste -sd '/'; done
> GLM-4.6 1441.2/GLM-4.5 1428.1/DeepSeek-R1-0528 1425.6
> GLM-4.6 1441.2/GLM-4.5 1428.1/DeepSeek-R1-0528 1425.6
> DeepSeek-R1-0528 1425.6/GLM-4.5 1428.1/GLM-4.6 1441.2

# The limit takes the first of the order
$ cmp <(oms list --sort -likes -q -n 0 | head -7) <(oms list --sort -likes -q -n 7)
$ cmp <(oms list --task asr --sort quality,likes -q -n 0 | head -33) <(oms list --task asr --sort quality,likes -q -n 33)

# folded can be sorted by
$ oms list --search gpt-oss-120b --sort -folded,id -n 3 --fields id,folded 2>/dev/null
$ oms list --search gpt-oss-120b --sort +folded,id -n 1 --fields id,folded --no-header 2>/dev/null
> MODEL                                         FOLDED
> openai/gpt-oss-120b                                6
> ArliAI/gpt-oss-120b-Derestricted                   0
> bartowski/kldzj_gpt-oss-120b-heretic-v2-GGUF       0
> ArliAI/gpt-oss-120b-Derestricted  0

# A list sorts by its words in their order
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b,BioMistral/BioMistral-7B,google/electra-base-discriminator --sort tasks,-id --fields tasks,name --no-header 2>/dev/null
> text-generation       OLMo-7B
> text-generation,chat  gpt-oss-120b
> text-generation,chat  BioMistral-7B
> –                     electra-base-discriminator

# Blanks around the keys are allowed
$ oms list id~biomistral --sort " -likes , id " -q -n 1
> BioMistral/BioMistral-7B

# The same query prints the same bytes twice
$ cmp <(oms list -n 0 --json 2>&1) <(oms list -n 0 --json 2>&1)

# An unknown, empty, doubled or unsortable key is an error
$ oms list --sort foo
$ oms list --sort prise_output
$ oms list --sort ''
$ oms list --sort -
$ oms list --sort likes,
$ oms list --sort likes,-likes
$ oms list --sort scores
! oms: error: sort 'foo': unknown field 'foo'; 'oms fields' lists all
! oms: error: sort 'prise_output': unknown field 'prise_output'; did you mean 'price_output'? ('oms fields' lists all)
! oms: error: --sort: the value is empty
! oms: error: sort '-': a field name is missing, as in price_output,-quality
! oms: error: sort '': a field name is missing, as in price_output,-quality
! oms: error: sort 'likes,-likes': likes stands there twice
! oms: error: sort 'scores': scores holds several metrics; choose one with --quality and sort by quality
? 2
