# oms list --count-by: facets.

# The most frequent value first, unknown last
$ oms list --task chat --count-by license_effective
> VALUE           MODELS
> osi-permissive     908
> community          144
> restricted          80
> non-commercial      44
> open-other          12
> research-only        9
> osi-copyleft         2
> unknown            356
! 8 of 8 values of 1555 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 730 more have no known task (--unknown)

# Only of what matches, as many as asked for
$ oms list --family mistral --count-by author -n 3
> VALUE               MODELS
> mistralai               58
> TheBloke                16
> lmstudio-community      12
! 3 of 46 values of 175 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1626 more have no known family (--unknown)

# A model counts for each element of a list
$ oms list --count-by domain -n 4
> VALUE     MODELS
> code         202
> medical       89
> roleplay      80
> music         76
! 4 of 17 values of 5692 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Yes and no
$ oms list --task chat --count-by osi_approved
> VALUE  MODELS
> yes       913
> no        273
> –         369
! 3 of 3 values of 1555 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 730 more have no known task (--unknown)

# Numbers and days have their own text
$ oms list --author allenai --count-by openness
> VALUE  MODELS
> 0          59
> 3           3
> 4           3
> 1           1
> 5           1
> –          28
! 6 of 6 values of 95 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Typed JSON: the value that is not known is null
$ oms list --author allenai --count-by open_data --json 2>/dev/null
> [
>   {"value": "partial", "models": 59},
>   {"value": "open", "models": 7},
>   {"value": "closed", "models": 1},
>   {"value": "unknown", "models": 28}
> ]

# CSV
$ oms list --author allenai --count-by open_data --format csv 2>/dev/null
> value,models
> partial,59
> open,7
> closed,1
> unknown,28

# -q prints the values
$ oms list --author allenai --count-by task -q
> text-generation
> image-text-to-text
> robotics
> feature-extraction
> image-feature-extraction
> object-detection
> text-classification

# Copies count as the model that they stand behind, unless unfolded
$ oms list --search Mistral-7B-Instruct-v0.1 --count-by author 2>/dev/null
$ oms list --search Mistral-7B-Instruct-v0.1 --unfold --count-by author 2>/dev/null
> VALUE      MODELS
> mistralai       1
> VALUE      MODELS
> TheBloke        3
> mistralai       1

# A field that there is not
$ oms list --count-by licence
! oms: error: --count-by: unknown field 'licence'; did you mean 'license'? ('oms fields' lists all)
? 2

# Scores are several values
$ oms list --count-by scores
! oms: error: --count-by: scores is no value of a model that can be counted
? 2

# Counts have no other columns
$ oms list --count-by task --fields id
! oms: error: --count-by prints values and counts, without --fields and --envelope
? 2

# Nothing to count
$ oms list --count-by task --author nobody --fail-empty
! no author 'nobody' in the catalog; did you mean 'Norod78'?
! no model matches
! 0 of 0 values of 0 models · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
? 1
