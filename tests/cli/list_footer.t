# Notes on stderr.

# The whole answer to the first question
$ oms list --task chat --license commercial --max-price 0.5 -n 3
> MODEL                      LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> Qwen/Qwen3-8B              apache-2.0   8.19B   0.117    0.455        –
> google/gemma-4-26B-A4B-it  apache-2.0   26.5B    0.12     0.40        –
> google/gemma-4-31B-it      apache-2.0   32.7B    0.10     0.34        –
! 3 of 138 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 611, license 505, price 1471 (--unknown)

# -q prints no note, with a table neither footer nor legend
$ oms list --task asr --sort quality -q -n 2
> CohereLabs/cohere-transcribe-03-2026
> ibm-granite/granite-4.0-1b-speech

# Legends stand only where their signs do
$ oms list id=allenai/OLMo-7B --fields id,license
$ oms list id=allenai/OLMo-7B --fields id,params
$ oms list id=mistralai/Mistral-7B-Instruct-v0.3 --fields id,params
> MODEL            LICENSE
> allenai/OLMo-7B  apache-2.0
> MODEL            PARAMS
> allenai/OLMo-7B     ~7B
> MODEL                               PARAMS
> mistralai/Mistral-7B-Instruct-v0.3   7.25B
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! ~ read from the model's name
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Older quotes of several days are dated by the first and the last
$ oms list id=mistralai/Mistral-7B-Instruct-v0.3,meta-llama/Llama-3.1-405B --fields id,price_output
> MODEL                               OUT $/M
> mistralai/Mistral-7B-Instruct-v0.3    0.20*
> meta-llama/Llama-3.1-405B             4.00*
! * older quote, of 2025-12-02 to 2026-02-26
! 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Machine formats have no legend but the footer
$ oms list id=allenai/OLMo-7B --fields id,params --format csv
> id,params
> allenai/OLMo-7B,7000000000
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Printed of matched
$ oms list --author LLM360 --fields id -n 1 2>&1 >/dev/null | grep -o "^[0-9]* of"
$ oms list id=allenai/OLMo-7B,openai/gpt-oss-120b -n 1 2>&1 >/dev/null | grep -o "^[0-9]* of [0-9]*"
> 1 of
> 1 of 2
