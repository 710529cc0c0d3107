# Families and their fine-tuned variants by domain: Llama 2, Mistral, Falcon.

# Llama 2: ELYZA speaks Japanese
$ oms list --family llama-2 --language ja -n 3
> MODEL                                           LICENSE  PARAMS  IN $/M  OUT $/M  QUALITY
> elyza/ELYZA-japanese-Llama-2-13b                llama2     ~13B       –        –        –
> elyza/ELYZA-japanese-Llama-2-13b-fast           llama2     ~13B       –        –        –
> elyza/ELYZA-japanese-Llama-2-13b-fast-instruct  llama2     ~13B       –        –        –
! ~ read from the model's name
! 3 of 8 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: family 1087, language 35 (--unknown)

# Llama 2: LLaMA-Pro, for code and mathematics
$ oms tree TencentARC/LLaMA-Pro-8B
> Made from
> MODEL                        RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B      expansion  llama2   community  ok
> └─ meta-llama/Llama-2-7b-hf             llama2   community  no-lineage
>
> Made of it
> MODEL                                RELATION   LICENSE  CLASS      VERDICT
> TencentARC/LLaMA-Pro-8B              expansion  llama2   community  ok
> └─ TencentARC/LLaMA-Pro-8B-Instruct  finetune   llama2   community  ok

# Mistral: a mixture of experts uses few of its parameters for a token
$ oms list --family mistral --search mistralai/Mixtral --fields id,params,active_params
> MODEL                                  PARAMS  ACTIVE
> mistralai/Mixtral-8x7B-Instruct-v0.1    46.7B   12.9B
> mistralai/Mixtral-8x22B-Instruct-v0.1    141B     39B
> mistralai/Mixtral-8x7B-v0.1             46.7B   12.9B
> mistralai/Mixtral-8x22B-v0.1             141B       –
! 4 of 4 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Mistral: BioMistral for medicine
$ oms tree mistralai/Mistral-7B-Instruct-v0.1 --domain medical
> Made from
> MODEL                               RELATION  LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-Instruct-v0.1  finetune  apache-2.0  osi-permissive  ok
> └─ mistralai/Mistral-7B-v0.1                  apache-2.0  osi-permissive  no-lineage
>
> Made of it
> MODEL                                      RELATION   LICENSE     CLASS           VERDICT
> mistralai/Mistral-7B-Instruct-v0.1         finetune   apache-2.0  osi-permissive  ok
> ├─ BioMistral/BioMistral-7B                continued  apache-2.0  osi-permissive  ok
> │  ├─ BioMistral/BioMistral-7B-DARE        merge      –           –               ok
> │  ├─ BioMistral/BioMistral-7B-SLERP       merge      –           –               ok
> │  └─ BioMistral/BioMistral-7B-TIES        merge      –           –               ok
> ├─ BioMistral/BioMistral-7B-DARE (above)   merge      –           –               ok
> ├─ BioMistral/BioMistral-7B-SLERP (above)  merge      –           –               ok
> └─ BioMistral/BioMistral-7B-TIES (above)   merge      –           –               ok

# Mistral: OpenMath for mathematics
$ oms list --family mistral --domain mathematics --search OpenMath
> MODEL                               LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> nvidia/OpenMath-Mistral-7B-v0.1-hf  apache-2.0     ~7B       –        –        –
! ~ read from the model's name
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Falcon: the kind of attention is a field
$ oms list --family falcon attention=mqa --fields id,params,attention,license
> MODEL                                  PARAMS  ATTENTION  LICENSE
> tiiuae/falcon-7b                           7B  mqa        apache-2.0
> tiiuae/falcon-40b                         40B  mqa        apache-2.0
> tiiuae/falcon-7b-instruct                  7B  mqa        apache-2.0
> tiiuae/falcon-40b-instruct                40B  mqa        apache-2.0
> nomic-ai/gpt4all-falcon                    7B  mqa        apache-2.0
> OpenAssistant/falcon-40b-sft-top1-560    ~40B  mqa        apache-2.0
! ~ read from the model's name
! 6 of 6 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: family 1618, attention 35 (--unknown)

# Falcon: OpenAssistant under 40B
$ oms tree tiiuae/falcon-40b
> Made of it
> MODEL                                     RELATION  LICENSE     CLASS           VERDICT
> tiiuae/falcon-40b                                   apache-2.0  osi-permissive  no-lineage
> ├─ OpenAssistant/falcon-40b-sft-mix-1226  finetune  –           –               ok
> └─ OpenAssistant/falcon-40b-sft-top1-560  finetune  apache-2.0  osi-permissive  ok

# Falcon: GPT4All under 7B
$ oms tree tiiuae/falcon-7b
> Made of it
> MODEL                                        RELATION  LICENSE         CLASS           VERDICT
> tiiuae/falcon-7b                                       apache-2.0      osi-permissive  no-lineage
> ├─ nomic-ai/gpt4all-falcon                   finetune  apache-2.0      osi-permissive  ok
> ├─ OpenAssistant/falcon-7b-sft-top1-696      finetune  –               –               ok
> └─ OpenLLM-France/Claire-7B-FR-Instruct-0.1  finetune  cc-by-nc-sa-4…  non-commercial  ok

# Which variant by domain: all domains of the Llama 2 family
$ oms list --family llama-2 'domain!=unknown' --fields id,domain -n 0
> MODEL                                    DOMAIN
> TheBloke/MythoMax-L2-Kimiko-v2-13B-GGUF  roleplay
> Gryphe/MythoMax-L2-13b                   roleplay
> KoboldAI/LLaMA2-13B-Tiefighter           roleplay
> ise-uiuc/Magicoder-S-CL-7B               code
> m-a-p/ChatMusician                       music
> m-a-p/OpenCodeInterpreter-CL-70B         code
! 6 of 6 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 217 more have no known family (--unknown)
