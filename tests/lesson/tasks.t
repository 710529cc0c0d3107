# Filter by task, rank by leaderboard, choose among several for an application, try them.

# The tasks that can be asked for
$ oms tasks speech
> Audio
>   automatic-speech-recognition   367  Write down spoken words
>   text-to-speech                 249  Read text aloud
>
> Short names
>   asr   367  Writes down spoken words: automatic-speech-recognition
>   stt   367  Writes down spoken words: automatic-speech-recognition
>   tts   249  Reads text aloud: text-to-speech
! the numbers count what 'oms list --task TASK' finds in the catalog

# Filter by task, and by what is in Azure's Hugging Face collection
$ oms list --task chat --available-on azure-huggingface -n 5
> MODEL                       LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> Qwen/Qwen3-0.6B             apache-2.0   ~600M       –        –        –
> Qwen/Qwen3-8B               apache-2.0   8.19B   0.117    0.455        –
> Qwen/Qwen2.5-1.5B-Instruct  apache-2.0   1.54B       –        –        –
> google/gemma-4-26B-A4B-it   apache-2.0   26.5B    0.12     0.40        –
> google/gemma-4-31B-it       apache-2.0   32.7B    0.10     0.34        –
! ~ read from the model's name
! 5 of 308 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 730, host 1906 (--unknown)

# The same for another task
$ oms list --task summarization --available-on azure-huggingface -n 3
> MODEL                             LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> facebook/bart-large-cnn           mit              –       –        –        –
> sshleifer/distilbart-cnn-12-6     apache-2.0       –       –        –        –
> philschmid/bart-large-cnn-samsum  mit              –       –        –        –
! 3 of 4 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: no source for this task · left out as unknown: task 1534, host 11 (--unknown)

# Rank by leaderboard
$ oms list --task chat --quality arena --sort quality -n 5
> MODEL                               LICENSE  PARAMS  IN $/M  OUT $/M  QUALITY
> zai-org/GLM-4.6                     mit        357B    0.55     2.20   1441.2
> zai-org/GLM-4.5                     mit        358B    0.40     1.60   1428.1
> deepseek-ai/DeepSeek-R1-0528        mit        671B    0.25     0.25   1425.6
> deepseek-ai/DeepSeek-V3.2-Exp       mit           –    0.27     0.41   1424.2
> meituan-longcat/LongCat-Flash-Chat  mit        562B   0.15*    0.75*   1422.7
! * older quote, of 2025-12-02
! 5 of 1555 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 730 more have no known task (--unknown)

# Lower is better for speech recognition: the best comes first all the same
$ oms list --task asr --sort quality -n 5
> MODEL                                 LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> CohereLabs/cohere-transcribe-03-2026  apache-2.0       –       –        –     5.42
> ibm-granite/granite-4.0-1b-speech     apache-2.0     ~1B       –        –     5.52
> nvidia/canary-qwen-2.5b               cc-by-4.0    ~2.5B       –        –     5.63
> ibm-granite/granite-speech-3.3-8b     apache-2.0     ~8B       –        –     5.74
> Qwen/Qwen3-ASR-1.7B                   apache-2.0   ~1.7B       –        –     5.76
! ~ read from the model's name
! 5 of 348 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Open ASR WER, 2026-05-22, 66 of 367 · 1555 more have no known task (--unknown)

# Choose among several for an application: what the router of HuggingChat serves, good and allowed
$ oms list --task chat --license commercial --available-on huggingface-router --sort quality -n 5
> MODEL                             LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> zai-org/GLM-4.6                   mit           357B    0.55     2.20   1441.2
> zai-org/GLM-4.5                   mit           358B    0.40     1.60   1428.1
> deepseek-ai/DeepSeek-R1-0528      mit           671B    0.25     0.25   1425.6
> deepseek-ai/DeepSeek-V3.2-Exp     mit              –    0.27     0.41   1424.2
> Qwen/Qwen3-VL-235B-A22B-Instruct  apache-2.0    236B    0.26     1.04   1422.3
! 5 of 81 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 611, license 457, host 1308 (--unknown)

# Side by side
$ oms compare Qwen/Qwen3-32B mistralai/Mixtral-8x22B-Instruct-v0.1 meta-llama/Llama-3.3-70B-Instruct --in 2000 --out 500 --calls 1M
>                     Qwen/Qwen3-32B                            mistralai/Mixtral-8x22B-Instruct-v0.1  meta-llama/Llama-3.3-70B-Instruct
>
> License
>   license           apache-2.0                                apache-2.0                             llama3.3
>   class             osi-permissive ▲                          osi-permissive ▲                       community
>   effective class   osi-permissive ▲                          osi-permissive ▲                       community
>   verdict           no-lineage                                ok                                     ok
>   commercial use    yes ▲                                     yes ▲                                  conditional
>
> Openness
>   open of five      –                                         1 ▲                                    0
>   training data     –                                         –                                      closed
>   full weights      –                                         open ▲                                 partial
>   fine-tuning code  –                                         –                                      partial
>
> Size
>   parameters        32.8B                                     141B                                   70.6B
>   active            –                                         39B                                    –
>   context           128k ▲                                    64k                                    128k ▲
>
> Quality
>   Arena text, Elo   1339.8 ▲ 2025-12-11 independent           1162.9 2025-12-11 independent          1276.2 2025-12-11 independent
>   Open LLM          –                                         33.89 2024-06-12 independent           36.83 ▲ 2024-12-03 independent
>   Leaderboard v2,
>   percent
>   IFEval            –                                         71.84 2024-06-12 independent           89.98 ▲ 2024-12-03 independent
>   (leaderboard
>   v2), percent
>   MMLU-Pro          –                                         38.7 2024-06-12 independent            48.13 ▲ 2024-12-03 independent
>   (leaderboard
>   v2), percent
>
> Price, USD per 1M tokens
>   input             0.08 ▲                                    0.60                                   0.10
>   output            0.28 ▲                                    0.60                                   0.32
>   blend 3:1         0.13 ▲                                    0.60                                   0.155
>   bill, USD         300.00 ▲                                  1500.00                                360.00
>   quote of          openrouter                                nscale                                 openrouter
>   quoted on         2026-08-14                                2026-07-24                             2026-08-14
>   hosts             3                                         2                                      8 ▲
>   offered on        azure, azure-huggingface, deepinfra,      fireworks, huggingface-router, nscale  azure, crusoe, deepinfra, fireworks,
>                     groq, huggingface-router, nebius,                                                groq, huggingface-router, hyperbolic,
>                     novita, nscale, ovhcloud, sagemaker,                                             nebius, novita, nscale, ovhcloud,
>                     sambanova                                                                        sambanova, together
>
> Record
>   downloads         10.1M ▲                                   73.8k                                  636k
>   created           2025-04-27                                2024-04-16                             2024-11-26
>   gated             no ▲                                      –                                      yes
>   record of         2026-08-14                                2026-08-14                             2026-08-14
>
> ▲ best of its row among the known values that differ; a free price takes no part
> quality: Arena text (text, overall, 2025-12-11) is the metric in force
> bill: USD for 2,000 in + 500 out × 1,000,000 calls
> Open LLM Leaderboard v2: scores of 2024-06-12 to 2024-12-03, 174 days apart
> IFEval (leaderboard v2): scores of 2024-06-12 to 2024-12-03, 174 days apart
> MMLU-Pro (leaderboard v2): scores of 2024-06-12 to 2024-12-03, 174 days apart
> prices: quotes of 2026-07-24 to 2026-08-14, 21 days apart
> known of none of them: evaluation code, training metrics
> scored for one of them only ('oms show'): Aider polyglot
> bundled records of 2025-03 to 2026-08, prices to 2026-08-14
> Credit: Ratings: LMArena (lmarena.ai); Results: Open LLM Leaderboard (Hugging
> Face)

# Try several on one's own prompts: one script that asks all of them
$ oms show openai/gpt-oss-120b Qwen/Qwen3-32B --use | head -20
> #!/usr/bin/env python3
> """Asks several models the same and prints answers, tokens and cost side by side.
>
>     python3 FILE               the prompts below
>     python3 FILE prompts.txt   one prompt a line; - reads standard input
>
> Environment:
>     HF_TOKEN            token for the Hugging Face router, which is asked by default
>     OMS_TRY_BASE_URL    another server in the style of OpenAI, http://127.0.0.1:8000/v1;
>                         there each model goes by its id, and HF_TOKEN is not sent
>     OMS_TRY_KEY         what that server takes as a key, if any
>     OMS_TRY_TIMEOUT     seconds that one answer may take (120)
>     OMS_TRY_MAX_TOKENS  length of one answer (512)
>
> The cost is that of the catalog's quote, named with its day: tokens times price, exact. It is
> unknown where the price is or the server does not count tokens.
> Exit codes: 0 some model answered, 1 none did, 2 wrong use, 130 interrupted.
> Made by oms 0.1.0; needs Python 3.8 and nothing else.
> """
>
