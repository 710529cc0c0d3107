# Is a model open source in the traditional sense, or "only" an open model, and what is missing?

# The ten criteria of the Open Source Definition, for a license that meets them
$ oms licenses apache-2.0
> apache-2.0  Apache license 2.0
>   SPDX id         Apache-2.0
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>
> Rights
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>   patents         yes
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  no
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            notice
>   they            may take any license; only its notice goes along
>   class           not bounded by this one
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  met      No discrimination against persons or groups
>    6  met      No discrimination against fields of endeavor
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> Notes
>   Patent license with suit termination; NOTICE must travel; modified files must
>   be marked.
>   source          HUB, SPDX
>   confidence      high
>   models          2955  that declare it
>   try             oms list --license apache-2.0

# The same for a license that does not
$ oms licenses llama2
> llama2  Llama 2 Community License Agreement
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>
> Rights
>   commercial use  conditional  700M MAU on the release date
>   derivatives     yes
>   redistribution  yes
>   patents         unclear
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  yes
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            same-family
>   they            keep the license itself: the same, a later version of it, or
>                   one that includes it by name
>   class           at most community, whatever they declare
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  FAILS    No discrimination against persons or groups: rights depend on the
>                number of users, revenue or country
>    6  FAILS    No discrimination against fields of endeavor: a list of forbidden
>                uses, or research only
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  FAILS    License does not restrict other software: outputs may not be used
>                to improve other models
>   10  met      License is technology-neutral
>
> Notes
>   Custom grant; acceptable-use policy by reference; copy of agreement and notice
>   with every copy or derivative; license text has to travel, so a derivative
>   cannot be permissive-only. Outputs may not improve other LLMs.
>   source          HUB, SCANCODE:llama-2-license-2023
>   confidence      high
>   models          120  that declare it
>   try             oms list --license llama2

# The five things that must be public, model by model: OLMo-7B has them
$ oms show allenai/OLMo-7B --fields license,license_class,osi_approved,open_data,open_weights,open_evaluation,open_finetuning,open_metrics,openness,traditional_open_source
> allenai/OLMo-7B
>   license         apache-2.0  declared 2026-07-31, hf-model-matrix
>   license_class   osi-permissive  curated, license table: apache-2.0
>   osi_approved    yes
>   open_data       open  curated 2026-05-11 [1]
>   open_weights    open  curated 2026-05-11 [1]
>   open_evaluation open  curated 2026-05-11 [1]
>   open_finetuning open  curated 2026-05-11 [1]
>   open_metrics    open  curated 2026-05-11 [1]
>   openness        5
>   traditional_open_source
>                   yes
>
> Sources
>   [1] model-openness-tool OLMo-7B.yml; allenai.org/blog OLMo announcement of
>   2024-02-01 (training metrics as Weights & Biases logs)
>   Credit: AI Stack Map (Current AI); Model Openness Tool (LF AI and Data)

# "Only" an open model: the weights can be had, the rest cannot, and the license is not OSI-approved
$ oms show meta-llama/Llama-2-7b-hf --fields license,license_class,osi_approved,open_data,open_weights,open_evaluation,open_finetuning,open_metrics,openness,traditional_open_source
> meta-llama/Llama-2-7b-hf
>   license         llama2  declared 2026-07-31, hf-model-matrix
>   license_class   community  curated, license table: llama2
>   osi_approved    no
>   open_data       closed  curated [1]
>   open_weights    partial  curated [1]
>   open_evaluation –
>   open_finetuning –
>   open_metrics    –
>   openness        0
>   traditional_open_source
>                   no
>
> Sources
>   [1] osai-index llama-2-chat.yaml; HUB; SCANCODE:llama-2-license-2023
>   Credit: Results: Open LLM Leaderboard (Hugging Face); AI Stack Map (Current
>   AI); European Open Source AI Index (osai-index.eu), CC BY 4.0; Liesenfeld and
>   Dingemanse 2024

# Which models are open source in the traditional sense at all
$ oms list traditional_open_source=yes --fields id,license,openness
> MODEL            LICENSE     OPENNESS
> allenai/OLMo-7B  apache-2.0         5
> LLM360/Amber     apache-2.0         5
! 2 of 2 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 5327 more have no known verdict on open source (--unknown)

# Which models have their training data public
$ oms list --open data --task chat --fields id,license,open_data,openness -n 5
> MODEL                                    LICENSE     DATA  OPENNESS
> HuggingFaceTB/SmolLM3-3B                 apache-2.0  open         3
> allenai/Olmo-3.1-32B-Think               apache-2.0  open         3
> ibm-granite/granite-8b-code-instruct-4k  apache-2.0  open         2
> utter-project/EuroLLM-22B-Instruct-2512  apache-2.0  open         3
> swiss-ai/Apertus-70B-Instruct-2509       apache-2.0  open         3
! 5 of 10 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · left out as unknown: task 606, state of the training data 2098 (--unknown)
