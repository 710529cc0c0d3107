# Quality: one named metric at a time.

# The footer names metric, date and coverage; without --task the metric of chat is in force
$ oms list -n 1 2>&1 >/dev/null | grep -o 'quality:.*'
$ oms list --task chat -n 1 2>&1 >/dev/null | grep -o 'quality: [^·]*'
$ oms list --task asr -n 1 2>&1 >/dev/null | grep -o 'quality: [^·]*'
$ oms list --task embeddings -n 1 2>&1 >/dev/null | grep -o 'quality: [^·]*'
> quality: Arena text, 2025-12-11, 111 of 2415
> quality: Arena text, 2025-12-11, 111 of 2415 
> quality: Open ASR WER, 2026-05-22, 66 of 367 
> quality: MTEB English v2, 2026-08-20, 44 of 311 

# A task without a source of quality says so
$ oms list --task translation -n 1 2>&1 >/dev/null | grep -o 'quality: [^·]*'
> quality: no source for this task 

# quality comes with the metric, the day and the grade
$ oms list id=openai/gpt-oss-120b --fields quality,quality_metric,quality_as_of,quality_grade --json 2>/dev/null
> [
>   {"quality": 1365.2, "quality_metric": "arena", "quality_as_of": "2025-12-11", "quality_grade": "independent"}
> ]

# --quality chooses another metric, letter case aside
$ oms list id=openai/gpt-oss-120b --quality GPQA --fields id,quality,quality_metric 2>/dev/null
> MODEL                QUALITY  METRIC
> openai/gpt-oss-120b     67.1  gpqa

# --quality auto is the default
$ cmp <(oms list --task asr --sort quality -q) <(oms list --task asr --sort quality -q --quality auto)

# A metric without scores leaves the column unknown and says so
$ oms list id=openai/gpt-oss-120b --quality aa --fields id,quality
> MODEL                QUALITY
> openai/gpt-oss-120b        –
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: AA Intelligence Index, undated, 0 of 2415

# --min-quality includes its bound
$ oms list --min-quality 1441.2 --fields id,quality 2>/dev/null
> MODEL            QUALITY
> zai-org/GLM-4.6   1441.2

# --min-quality of an error rate is the highest that is allowed
$ oms list --task asr --min-quality 5.52 --sort quality --fields id,quality 2>/dev/null
> MODEL                                 QUALITY
> CohereLabs/cohere-transcribe-03-2026     5.42
> ibm-granite/granite-4.0-1b-speech        5.52

# --min-quality outside of what was seen is an error that names metric and range
$ oms list --min-quality 5
$ oms list --min-quality 1441.3
$ oms list --task asr --min-quality 1
$ oms list --quality gpqa --min-quality 1400
! oms: error: --min-quality: 5 is outside of what was seen: Arena text runs from 853 to 1441.2
! oms: error: --min-quality: 1441.3 is outside of what was seen: Arena text runs from 853 to 1441.2
! oms: error: --min-quality: 1 is outside of what was seen: Open ASR WER runs from 5.42 to 39.79625
! oms: error: --min-quality: 1400 is outside of what was seen: GPQA Diamond runs from 11.9 to 88.4
? 2

# --min-quality that is no number, or of a task without a metric, is an error
$ oms list --min-quality good
$ oms list --task translation --min-quality 5
! oms: error: --min-quality: 'good' is not a number
! oms: error: --min-quality: no source measures the quality of this task; 'oms sources' lists what there is
? 2

# An unknown metric is an error that lists all
$ oms list --quality elo
! oms: error: --quality: unknown metric 'elo'; metrics: aa, aider, aime_2026, arena, arena_2026_04, eci, evasionbench, gpqa, gsm8k, hle, hmmt_2026, mmlu_pro, mteb, ollb1, ollb2, ollb2_ifeval, ollb2_mmlu_pro, olmocr, swe_bench_pro, swe_bench_verified, terminal_bench, wer
? 2

# Scores of every metric are one field
$ oms list id=openai/whisper-large-v3 --fields id,scores --format ndjson 2>/dev/null
> {"id": "openai/whisper-large-v3", "scores": {"wer": 7.44}}
