# What differs on a terminal: pager and hyperlinks. Width, color and symbols are in list_width.t.

# What is longer than the screen goes to the pager; notes come behind it
@ pty 80x10
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai --fields id --color never --hyperlinks never -n 12
> | MODEL
> | allenai/longformer-base-4096
> | allenai/specter2_base
> | allenai/unifiedqa-t5-small
> | allenai/olmOCR-2-7B-1025-FP8
> | allenai/OLMo-2-0425-1B
> | allenai/Olmo-3-7B-Instruct-SFT
> | allenai/scibert_scivocab_uncased
> | allenai/Olmo-3-7B-Instruct
> | allenai/Molmo2-8B
> | allenai/OLMoE-1B-7B-0924
> | allenai/Molmo2-O-7B
> | allenai/OLMoE-1B-7B-0125-Instruct
> 12 of 95 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# What fits does not
@ pty 80x24
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai --fields id --color never --hyperlinks never -n 3
> MODEL
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> 3 of 95 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# Results that leave a line of the screen free fit, longer ones do not
@ pty 80x5
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai --fields id --color never --hyperlinks never -n 3 -q
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai --fields id --color never --hyperlinks never -n 4 -q
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai --fields id --color never --hyperlinks never -n 5 -q
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> | allenai/longformer-base-4096
> | allenai/specter2_base
> | allenai/unifiedqa-t5-small
> | allenai/olmOCR-2-7B-1025-FP8
> | allenai/OLMo-2-0425-1B

# PAGER counts where OMS_PAGER is not set
@ pty 80x5
$ unset OMS_PAGER; PAGER="sed 's/^/P /'" oms list --author allenai -n 5 -q
$ unset OMS_PAGER; PAGER="sed 's/^/P /'" OMS_PAGER="sed 's/^/O /'" oms list --author allenai -n 5 -q
> P allenai/longformer-base-4096
> P allenai/specter2_base
> P allenai/unifiedqa-t5-small
> P allenai/olmOCR-2-7B-1025-FP8
> P allenai/OLMo-2-0425-1B
> O allenai/longformer-base-4096
> O allenai/specter2_base
> O allenai/unifiedqa-t5-small
> O allenai/olmOCR-2-7B-1025-FP8
> O allenai/OLMo-2-0425-1B

# --no-pager, an empty variable and cat mean none
@ pty 80x5
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai -n 5 -q --no-pager
$ OMS_PAGER= PAGER="sed 's/^/| /'" oms list --author allenai -n 5 -q
$ OMS_PAGER=cat oms list --author allenai -n 5 -q
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> allenai/OLMo-2-0425-1B
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> allenai/OLMo-2-0425-1B
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> allenai/OLMo-2-0425-1B

# A pager that is not installed is none
@ pty 80x5
$ OMS_PAGER=no-such-pager oms list --author allenai -n 5 -q
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> allenai/OLMo-2-0425-1B

# A pipe and a file have no pager
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai -n 5 -q | cat
$ OMS_PAGER="sed 's/^/| /'" oms list --author allenai -n 5 -q -o f; wc -l < f
> allenai/longformer-base-4096
> allenai/specter2_base
> allenai/unifiedqa-t5-small
> allenai/olmOCR-2-7B-1025-FP8
> allenai/OLMo-2-0425-1B
> 5

# Who leaves the pager early has not failed
@ pty 80x5
$ OMS_PAGER='head -2' oms list -n 0 -q; echo $?
> sentence-transformers/all-MiniLM-L6-v2
> cross-encoder/ms-marco-MiniLM-L6-v2
> 0

# less is told its manners, unless the user has told it others
@ pty 80x5
$ OMS_PAGER='printenv LESS #' oms list -n 5 -q
$ LESS=R OMS_PAGER='printenv LESS #' oms list -n 5 -q
> FIRX
> R

# The pager shows colors
@ pty 80x5
$ OMS_PAGER="sed 's/^/| /'" oms fields price_input id
> | \e[1mprice_input\e[0m
> |   price of input tokens in the offer shown
> |   type            decimal  \e[2mUSD per 1M tokens\e[0m
> |   better          lower
> |   known for       288 of 6936 models
> |   try             oms list 'price_input<=0.5'
> | 
> | \e[1mid\e[0m
> |   repository id on the Hub, owner/name; closed models: openrouter:vendor/name
> |   type            text
> |   known for       6936 of 6936 models
> |   try             oms list 'id~TEXT'

# The exit code is that of the command
@ pty 80x5
$ OMS_PAGER=true oms check --policy /dev/null allenai/OLMo-7B openrouter:openai/gpt-4o-mini acme/none
> oms: warning: '/dev/null' states no rule: findings are reported and none fails but missing data
? 3

# Wrong use says so itself
@ pty 80x5
$ OMS_PAGER="sed 's/^/| /'" oms list --task chatt
> oms: error: unknown task 'chatt'; did you mean 'chat'? ('oms tasks' lists all)
? 2

# On a terminal ids are links to the Hub, but for closed models
@ pty 80x24
$ oms list --fields id,license id=Qwen/Qwen3-8B,openrouter:openai/gpt-4o-mini --closed --color never
> MODEL                          LICENSE
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\                  apache-2.0
> openrouter:openai/gpt-4o-mini  –
> 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 141 of 2513

# --hyperlinks never leaves them out
@ pty 80x24
$ oms list --fields id,license id=Qwen/Qwen3-8B --color never --hyperlinks never
> MODEL          LICENSE
> Qwen/Qwen3-8B  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# A dumb terminal has none, nor has a pager other than less
@ pty 80x24
$ TERM=dumb oms list --fields id,license id=Qwen/Qwen3-8B
$ OMS_PAGER=more oms list --fields id,license id=Qwen/Qwen3-8B --color never
> MODEL          LICENSE
> Qwen/Qwen3-8B  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415
> MODEL          LICENSE
> Qwen/Qwen3-8B  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# A pipe and a file have none, unless they are asked for
$ oms list --fields id,license id=Qwen/Qwen3-8B
$ oms list --fields id,license id=Qwen/Qwen3-8B --hyperlinks always
$ oms list --fields id,license id=Qwen/Qwen3-8B --hyperlinks sometimes
> MODEL          LICENSE
> Qwen/Qwen3-8B  apache-2.0
> MODEL          LICENSE
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\  apache-2.0
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
! oms: error: --hyperlinks takes auto, always or never, not 'sometimes'
? 2

# Formats for programs have none at all
$ oms list --fields id,license id=Qwen/Qwen3-8B --hyperlinks always --format csv
> id,license
> Qwen/Qwen3-8B,apache-2.0
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
