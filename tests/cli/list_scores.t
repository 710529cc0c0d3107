# --scores: one's own results as a metric.

# A metric of the user's file is the one in force, and best comes first
$ printf 'id,tickets\nopenai/gpt-oss-120b,81.5\nmicrosoft/phi-4,64\n' > mine.csv
$ oms list --scores mine.csv --sort quality -n 2 --fields id,quality,quality_metric,quality_grade
> MODEL                QUALITY  METRIC   GRADE
> openai/gpt-oss-120b     81.5  tickets  –
> microsoft/phi-4           64  tickets  –
! 2 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: tickets, undated, 2 of 2415

# A metric where less is better says so behind its name
$ printf 'id,seconds:lower\nopenai/gpt-oss-120b,9\nmicrosoft/phi-4,2.5\n' > mine.csv
$ oms list --scores mine.csv --sort quality --min-quality 9 -q
> microsoft/phi-4
> openai/gpt-oss-120b

# --quality chooses among several columns, and the catalog's metrics stay
$ printf 'id,one,two\nmicrosoft/phi-4,1,2\n' > mine.csv
$ oms list id=microsoft/phi-4 --scores mine.csv --quality two --fields id,quality 2>/dev/null
$ oms list id=microsoft/phi-4 --scores mine.csv --quality arena --fields id,quality 2>/dev/null
$ oms list id=microsoft/phi-4 --scores mine.csv --fields scores --format ndjson 2>/dev/null
> MODEL            QUALITY
> microsoft/phi-4        2
> MODEL            QUALITY
> microsoft/phi-4   1217.4
> {"scores": {"arena": 1217.4, "eci": 130.76, "ollb2": 34.25, "ollb2_ifeval": 67.51, "ollb2_mmlu_pro": 48.65, "one": 1, "two": 2}}

# An empty cell and NaN are unknown, not zero
$ printf 'id,mine\nmicrosoft/phi-4,\nopenai/gpt-oss-120b,NaN\nopenai/gpt-oss-20b,0\n' > mine.csv
$ oms list 'id=microsoft/phi-4,openai/gpt-oss-120b,openai/gpt-oss-20b' --scores mine.csv --sort quality --fields id,quality
> MODEL                QUALITY
> openai/gpt-oss-20b         0
> microsoft/phi-4            –
> openai/gpt-oss-120b        –
! 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: mine, undated, 1 of 2415

# Values keep six significant digits, exactly, and their day
$ printf 'id,as_of,mine\nmicrosoft/phi-4,2026-08-30,0.1234567\n' > mine.csv
$ oms list --scores mine.csv 'quality>0' --fields quality,quality_as_of --json 2>/dev/null
> [
>   {"quality": 0.123457, "quality_as_of": "2026-08-30"}
> ]

# Letter case and former names lead to the model; other ids are named, never guessed
$ printf 'ID,mine\nMicrosoft/PHI-4,1\nmeta-llama/Meta-Llama-3.1-8B-Instruct,2\nphi-4-mini,3\nno/model,4\n' > mine.csv
$ oms list --scores mine.csv 'quality>0' --sort quality -q
$ oms list --scores mine.csv 'quality>0' --fields quality --no-header --format csv
> meta-llama/Llama-3.1-8B-Instruct
> microsoft/phi-4
> 2
> 1
! --scores: 2 of 4 ids are not in the catalog: phi-4-mini, no/model
! 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: mine, undated, 2 of 2415 · 6934 more have no known quality (--unknown)

# The file may come from a pipe, with a byte order mark, quotes and line ends of Windows
$ printf '\xef\xbb\xbf"id","mine"\r\n"microsoft/phi-4","1"\r\n' | oms list --scores - 'quality>0' -q
> microsoft/phi-4

# What cannot be read is wrong use, with the file and the model
$ printf 'id,mine\nmicrosoft/phi-4,good\n' > mine.csv; oms list --scores mine.csv
$ printf 'id,as_of,mine\nmicrosoft/phi-4,yesterday,1\n' > mine.csv; oms list --scores mine.csv
$ printf 'id,mine\nmicrosoft/phi-4,1\nMicrosoft/Phi-4,2\n' > mine.csv; oms list --scores mine.csv
$ printf 'model,mine\nmicrosoft/phi-4,1\n' > mine.csv; oms list --scores mine.csv
$ printf 'id\nmicrosoft/phi-4\n' > mine.csv; oms list --scores mine.csv
$ printf 'id,mine,Mine\nmicrosoft/phi-4,1,1\n' > mine.csv; oms list --scores mine.csv
$ printf 'id,mine:least\nmicrosoft/phi-4,1\n' > mine.csv; oms list --scores mine.csv
$ printf 'id,arena\nmicrosoft/phi-4,1\n' > mine.csv; oms list --scores mine.csv
$ : > mine.csv; oms list --scores mine.csv
$ oms list --scores none.csv
! oms: error: --scores 'mine.csv': 'microsoft/phi-4': mine is 'good', not a number
! oms: error: --scores 'mine.csv': 'microsoft/phi-4': as_of is 'yesterday', not a date
! oms: error: --scores 'mine.csv': 'Microsoft/Phi-4' stands twice
! oms: error: --scores 'mine.csv': no column 'id'; the first line names the columns: id,MY_METRIC
! oms: error: --scores 'mine.csv': no column beside 'id' holds scores; the first line names the columns: id,MY_METRIC
! oms: error: --scores 'mine.csv': two columns are named 'mine'
! oms: error: --scores 'mine.csv': column 'mine:least': behind the colon stands lower or higher
! oms: error: --scores 'mine.csv': column 'arena': the catalog has a metric of that name; give it another
! oms: error: --scores 'mine.csv': it is empty; the first line names the columns: id,MY_METRIC
! oms: error: --scores 'none.csv': no such file or directory
? 2

# A file that scores no model of the catalog is a mistake, not the usual metric
$ printf 'id,mine\nopenai/gpt-oss-120b,nan\n' > mine.csv; oms rank --scores mine.csv
! oms: error: --scores 'mine.csv': no model of the catalog has a score in it
? 2

# Nor is one with more cells in a line than names for them: a comma is no decimal point
$ printf 'id,mine\nopenai/gpt-oss-120b,1,5\n' > mine.csv; oms rank --scores mine.csv
! oms: error: --scores 'mine.csv': 'openai/gpt-oss-120b': the line has more cells than the first one; a comma inside of a number needs quotes, and is no decimal point
? 2

# Of several columns the first is in force, and a note says so
$ printf 'id,mine,other\nopenai/gpt-oss-120b,1,5\nQwen/Qwen3-32B,2,3\n' > mine.csv; oms list --scores mine.csv --sort quality -n 2 --fields id,quality
> MODEL                QUALITY
> Qwen/Qwen3-32B             2
> openai/gpt-oss-120b        1
! --scores: the metric in force is mine; --quality NAME chooses another column
! 2 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: mine, undated, 2 of 2415

# Another one is chosen by its name
$ printf 'id,mine,other\nopenai/gpt-oss-120b,1,5\nQwen/Qwen3-32B,2,3\n' > mine.csv; oms rank --scores mine.csv --quality other -w quality -n 2 2>/dev/null
> #  MODEL                SCORE  QUALITY  EFFECTIVE
> 1  openai/gpt-oss-120b  100.0        5  osi-permissive
> 2  Qwen/Qwen3-32B         0.0        3  osi-permissive
