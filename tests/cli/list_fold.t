# Folding: quantized copies stand behind the nearest base that is in the answer.

# Copies fold into their base, which counts them
$ oms list --search gpt-oss-120b --fields id,folded,relation 2>/dev/null
> MODEL                                                FOLDED  RELATION
> openai/gpt-oss-120b                                       6  –
> mradermacher/gpt-oss-120b-Uncensored-xCloud-i1-GGUF       0  quantized
> nvidia/gpt-oss-120b-Eagle3-long-context                   0  finetune
> nvidia/gpt-oss-120b-Eagle3-throughput                     0  finetune
> bartowski/kldzj_gpt-oss-120b-heretic-v2-GGUF              0  quantized
> ArliAI/gpt-oss-120b-Derestricted                          0  finetune

# --unfold and --all show the copies and count nothing
$ oms list --search gpt-oss-120b --unfold --fields id,folded,relation 2>/dev/null
$ cmp <(oms list --all -n 50 -q) <(oms list --unfold -n 50 -q)
> MODEL                                                FOLDED  RELATION
> openai/gpt-oss-120b                                       0  –
> unsloth/gpt-oss-120b-GGUF                                 0  quantized
> lmstudio-community/gpt-oss-120b-MLX-8bit                  0  quantized
> lmstudio-community/gpt-oss-120b-GGUF                      0  quantized
> mradermacher/gpt-oss-120b-Uncensored-xCloud-i1-GGUF       0  quantized
> amd/gpt-oss-120b-w-mxfp4-a-fp8                            0  quantized
> ggml-org/gpt-oss-120b-GGUF                                0  quantized
> unsloth/gpt-oss-120b-unsloth-bnb-4bit                     0  quantized
> nvidia/gpt-oss-120b-Eagle3-long-context                   0  finetune
> nvidia/gpt-oss-120b-Eagle3-throughput                     0  finetune
> bartowski/kldzj_gpt-oss-120b-heretic-v2-GGUF              0  quantized
> ArliAI/gpt-oss-120b-Derestricted                          0  finetune

# A copy whose base is not in the answer stays a row
$ oms list --search gpt-oss-120b --author unsloth --fields id,folded,relation 2>/dev/null
> MODEL                                  FOLDED  RELATION
> unsloth/gpt-oss-120b-GGUF                   0  quantized
> unsloth/gpt-oss-120b-unsloth-bnb-4bit       0  quantized

# A copy folds into the nearest base that is left after filtering
$ M=id=google/gemma-4-E2B-it,google/gemma-4-E2B-it-qat-mobile-transformers,google/gemma-4-E2B-it-qat-mobile-ct
$ oms list $M --fields id,folded 2>/dev/null
$ oms list $M name~qat --fields id,folded 2>/dev/null
$ oms list $M name!~transformers --fields id,folded 2>/dev/null
> MODEL                  FOLDED
> google/gemma-4-E2B-it       2
> MODEL                                          FOLDED
> google/gemma-4-E2B-it-qat-mobile-transformers       1
> MODEL                  FOLDED
> google/gemma-4-E2B-it       1

# Fine-tunes, merges and adapters never fold
$ oms list --search BioMistral/BioMistral-7B --sort id --fields id,relation,folded 2>/dev/null
> MODEL                           RELATION               FOLDED
> BioMistral/BioMistral-7B        continued-pretraining       0
> BioMistral/BioMistral-7B-DARE   merge                       0
> BioMistral/BioMistral-7B-SLERP  merge                       0
> BioMistral/BioMistral-7B-TIES   merge                       0

# A model with a price or weights of its own is no copy, although a tag of the Hub calls it quantized
$ oms list id=deepseek-ai/DeepSeek-V3.1,deepseek-ai/DeepSeek-V3.1-Base --sort id -q
$ oms list id=cross-encoder/ms-marco-MiniLM-L6-v2,cross-encoder/ms-marco-MiniLM-L12-v2 --sort id -q
> deepseek-ai/DeepSeek-V3.1
> deepseek-ai/DeepSeek-V3.1-Base
> cross-encoder/ms-marco-MiniLM-L12-v2
> cross-encoder/ms-marco-MiniLM-L6-v2

# folded is the same in every format
$ M=id=openai/gpt-oss-20b,unsloth/gpt-oss-20b-GGUF
$ oms list $M --format csv --fields id,folded 2>/dev/null
$ oms list $M --format ndjson --fields id,folded 2>/dev/null
$ oms list $M --format md --fields id,folded 2>/dev/null
> id,folded
> openai/gpt-oss-20b,1
> {"id": "openai/gpt-oss-20b", "folded": 1}
> | MODEL | FOLDED |
> | --- | --: |
> | openai/gpt-oss-20b | 1 |

# The footer counts rows after folding
$ M=id=openai/gpt-oss-20b,unsloth/gpt-oss-20b-GGUF
$ oms list $M -q -n 0 | wc -l; oms list $M 2>&1 >/dev/null | grep -o "^[0-9]* of [0-9]*"
$ oms list $M --all 2>&1 >/dev/null | grep -o "^[0-9]* of [0-9]*"
> 1
> 1 of 1
> 2 of 2

# The limit counts rows after folding
$ oms list id=openai/gpt-oss-20b,unsloth/gpt-oss-20b-GGUF,allenai/OLMo-7B -n 2 -q
> openai/gpt-oss-20b
> allenai/OLMo-7B

# folded cannot be a condition: it is counted after filtering
$ oms list 'folded>1'
! oms: error: condition 'folded>1': folded is counted after filtering; sort by it instead
? 2
