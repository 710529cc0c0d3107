# report: a decision record of a query or of named models.

# Two models as Markdown: figures, license, openness, and where each figure comes from
$ oms report gpt-oss-120b allenai/OLMo-7B
> # Decision record: open models
>
> - **Question**: oms report gpt-oss-120b allenai/OLMo-7B
> - **Made on**: 2026-09-01
> - **Models**: 2 of 2
> - **Data**: bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513
>
> ## Models
>
> The models of the answer, in its order.
>
> | MODEL | EFFECTIVE | PARAMS | CONTEXT | IN $/M | OUT $/M | BLEND $/M | Arena text | OPENNESS | DOWNLOADS | AS OF | FRONTIER |
> | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --- |
> | openai/gpt-oss-120b | osi-permissive | 120B | 128k | 0.03 | 0.17 | 0.065 | 1365.2 | 1 | 4.33M | 2026-08-14 | yes |
> | allenai/OLMo-7B | osi-permissive | \~7B | – | – | – | – | – | 5 | 56.1k | 2026-07-31 | – |
>
> ## License
>
> What the publisher declares, and what is left of it once the terms of base models are passed on.
>
> | MODEL | LICENSE | CLASS | EFFECTIVE | VERDICT | OSI | COMMERCIAL | DERIVATIVES | REDISTRIBUTION | GATED |
> | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
> | openai/gpt-oss-120b | apache-2.0 | osi-permissive | osi-permissive | no-lineage | yes | yes | yes | yes | no |
> | allenai/OLMo-7B | apache-2.0 | osi-permissive | osi-permissive | no-lineage | yes | yes | yes | yes | – |
>
> ## Openness
>
> The five components that traditional open source asks for, and what others say.
>
> | MODEL | WEIGHTS | DATA | EVALUATION | FINE-TUNING | METRICS | OPENNESS | MOF | OSAI | OPEN SOURCE |
> | --- | --- | --- | --- | --- | --- | --: | --- | --: | --- |
> | openai/gpt-oss-120b | open | closed | – | closed | – | 1 | unclassified | 45.8 | no |
> | allenai/OLMo-7B | open | open | open | open | open | 5 | I | – | yes |
>
> ## Where each figure comes from
>
> A value without a source follows from others of the same model.
>
> | MODEL | FIGURE | VALUE | DATE | EVIDENCE | SOURCE |
> | --- | --- | --- | --- | --- | --- |
> | openai/gpt-oss-120b | license_effective | osi-permissive | – | – | – |
> | openai/gpt-oss-120b | params | 120B | 2026-05-11 | curated | llmfit |
> | openai/gpt-oss-120b | context | 128k | 2026-08-14 | curated | openrouter |
> | openai/gpt-oss-120b | price_input | 0.03 | 2026-08-14 | asked by openrouter | OpenRouter GET /api/v1/models, recording in github:lordmacu/llm-libre tests/fixtures/openrouter_models.json (2026-08-16) |
> | openai/gpt-oss-120b | price_output | 0.17 | 2026-08-14 | asked by openrouter | OpenRouter GET /api/v1/models, recording in github:lordmacu/llm-libre tests/fixtures/openrouter_models.json (2026-08-16) |
> | openai/gpt-oss-120b | price_blended | 0.065 | 2026-08-14 | asked by openrouter | OpenRouter GET /api/v1/models, recording in github:lordmacu/llm-libre tests/fixtures/openrouter_models.json (2026-08-16) |
> | openai/gpt-oss-120b | quality | 1365.2 | 2025-12-11 | independent | github:lmarena/arena-catalog data/leaderboard-text.json full/gpt-oss-120b; id mapped by hand |
> | openai/gpt-oss-120b | openness | 1 | – | – | – |
> | openai/gpt-oss-120b | downloads | 4.33M | 2026-07-31 | verified | hf-model-matrix |
> | openai/gpt-oss-120b | license | apache-2.0 | 2026-07-31 | declared | hf-model-matrix |
> | openai/gpt-oss-120b | license_class | osi-permissive | – | curated | license table: apache-2.0 |
> | openai/gpt-oss-120b | license_verdict | no-lineage | – | – | – |
> | openai/gpt-oss-120b | osi_approved | yes | – | – | – |
> | openai/gpt-oss-120b | commercial_use | yes | – | – | – |
> | openai/gpt-oss-120b | derivatives_allowed | yes | – | – | – |
> | openai/gpt-oss-120b | redistribution | yes | – | – | – |
> | openai/gpt-oss-120b | gated | no | 2026-02-17 | verified | inferenceatlas |
> | openai/gpt-oss-120b | open_weights | open | 2026-06-12 | curated | OSAI:GPT-OSS.yaml; MOT:gpt-oss-120b.yml |
> | openai/gpt-oss-120b | open_data | closed | 2026-06-12 | curated | OSAI:GPT-OSS.yaml; MOT:gpt-oss-120b.yml |
> | openai/gpt-oss-120b | open_finetuning | closed | 2026-06-12 | curated | OSAI:GPT-OSS.yaml; MOT:gpt-oss-120b.yml |
> | openai/gpt-oss-120b | mof_class | unclassified | 2026-06-12 | curated | OSAI:GPT-OSS.yaml; MOT:gpt-oss-120b.yml |
> | openai/gpt-oss-120b | osai_score | 45.8 | 2026-06-12 | curated | OSAI:GPT-OSS.yaml; MOT:gpt-oss-120b.yml |
> | openai/gpt-oss-120b | traditional_open_source | no | – | – | – |
> | allenai/OLMo-7B | license_effective | osi-permissive | – | – | – |
> | allenai/OLMo-7B | params | \~7B | – | inferred | the model's name |
> | allenai/OLMo-7B | openness | 5 | – | – | – |
> | allenai/OLMo-7B | downloads | 56.1k | 2026-07-31 | verified | hf-model-matrix |
> | allenai/OLMo-7B | license | apache-2.0 | 2026-07-31 | declared | hf-model-matrix |
> | allenai/OLMo-7B | license_class | osi-permissive | – | curated | license table: apache-2.0 |
> | allenai/OLMo-7B | license_verdict | no-lineage | – | – | – |
> | allenai/OLMo-7B | osi_approved | yes | – | – | – |
> | allenai/OLMo-7B | commercial_use | yes | – | – | – |
> | allenai/OLMo-7B | derivatives_allowed | yes | – | – | – |
> | allenai/OLMo-7B | redistribution | yes | – | – | – |
> | allenai/OLMo-7B | open_weights | open | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | open_data | open | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | open_evaluation | open | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | open_finetuning | open | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | open_metrics | open | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | mof_class | I | 2026-05-11 | curated | MOT:OLMo-7B.yml;allenai.org/blog OLMo announcement of 2024-02-01 (training metrics as Weights &amp; Biases logs) |
> | allenai/OLMo-7B | traditional_open_source | yes | – | – | – |
>
> ## Sources
>
> | SOURCE | NEWEST DATE | CREDIT |
> | --- | --- | --- |
> | Hub model pages in hf-model-benchmarks | 2026-07-31 | – |
> | InferenceAtlas | 2026-02-17 | – |
> | License texts and lists | – | – |
> | llmfit | 2026-05-11 | – |
> | LMArena text leaderboard | 2025-12-11 | Ratings: LMArena (lmarena.ai) |
> | Model Openness Tool | 2026-06-12 | Model Openness Tool (LF AI and Data) |
> | OpenRouter model list | 2026-08-14 | Data: OpenRouter (openrouter.ai) |
> | OpenRouter price list | 2026-08-14 | Prices: OpenRouter (openrouter.ai) |
> | European Open Source AI Index | 2026-06-12 | European Open Source AI Index (osai-index.eu), CC BY 4.0; Liesenfeld and Dingemanse 2024 |
>
> ## Notes
>
> - \~ read from the model's name
> - Prices are in USD per 1M tokens; – is unknown, free a price of zero.
! 2 of 2

# A query; nothing but the words that were typed decides, and the order is best quality first
$ oms report --task chat --license osi -n 3 -q
> zai-org/GLM-4.6
> zai-org/GLM-4.5
> deepseek-ai/DeepSeek-R1-0528

# A named model on which a condition does not hold is told
$ oms report allenai/OLMo-7B gpt-oss-120b --task chat --format ids
> openai/gpt-oss-120b
! left out by the conditions: allenai/OLMo-7B
! 1 of 1

# The question can be asked again as it stands
$ oms report gpt-oss-120b --where 'license=mit or params<900B' --search 'oss 120' 2>/dev/null | grep Question
> - **Question**: oms report gpt-oss-120b --where 'license=mit or params&lt;900B' --search 'oss 120'

# The models of a list, in any spelling that the catalog knows
$ printf '# ours\nopenai/gpt-oss-120b@main\n\nALLENAI/olmo-7b\n' > models.txt; oms report -f models.txt -q
> openai/gpt-oss-120b
> allenai/OLMo-7B

# The head of the page: a policy that forbids every request, a title that is not markup
$ oms report allenai/OLMo-7B --format html --title '</title><script>alert(1)</script>' 2>/dev/null | sed -n '1,9p; /<h1>/,/<\/dl>/p'
> <!doctype html>
> <html lang="en">
> <head>
> <meta charset="utf-8">
> <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
> <meta name="viewport" content="width=device-width, initial-scale=1">
> <meta name="referrer" content="no-referrer">
> <meta name="generator" content="oms">
> <title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>
> <h1>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>
> <dl>
> <dt>Question</dt><dd>oms report allenai/OLMo-7B --format html --title &#39;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;</dd>
> <dt>Made on</dt><dd>2026-09-01</dd>
> <dt>Models</dt><dd>1 of 1</dd>
> <dt>Data</dt><dd>bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 141 of 2513</dd>
> </dl>

# A bill of materials of the same models, with their bases and figures
$ oms report allenai/OLMo-7B --format cyclonedx 2>/dev/null
> {
>   "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
>   "bomFormat": "CycloneDX",
>   "specVersion": "1.6",
>   "serialNumber": "urn:uuid:1e25a2fd-8803-853d-8479-45826c87d5d4",
>   "version": 1,
>   "metadata": {
>     "timestamp": "2026-09-01T00:00:00Z",
>     "tools": {
>       "components": [
>         {
>           "type": "application",
>           "name": "oms",
>           "version": "0.1.0"
>         }
>       ]
>     }
>   },
>   "components": [
>     {
>       "type": "machine-learning-model",
>       "bom-ref": "pkg:huggingface/allenai/OLMo-7B",
>       "group": "allenai",
>       "name": "OLMo-7B",
>       "licenses": [
>         {
>           "license": {
>             "id": "Apache-2.0",
>             "acknowledgement": "declared"
>           }
>         }
>       ],
>       "purl": "pkg:huggingface/allenai/OLMo-7B",
>       "properties": [
>         {
>           "name": "oms:license_class",
>           "value": "osi-permissive"
>         },
>         {
>           "name": "oms:license_effective",
>           "value": "osi-permissive"
>         },
>         {
>           "name": "oms:license_verdict",
>           "value": "no-lineage"
>         },
>         {
>           "name": "oms:license_evidence",
>           "value": "curated"
>         },
>         {
>           "name": "oms:record_as_of",
>           "value": "2026-07-31"
>         },
>         {
>           "name": "oms:openness",
>           "value": "5"
>         }
>       ]
>     }
>   ],
>   "dependencies": [
>     {
>       "ref": "pkg:huggingface/allenai/OLMo-7B"
>     }
>   ]
> }

# It is written to a file as a whole
$ oms report allenai/OLMo-7B --format html -o page.html; head -c 15 page.html; tail -n 1 page.html
> <!doctype html></html>
! 1 of 1

# A workload takes the place of the blend
$ oms report gpt-oss-120b --in 20k --out 1k --calls 2M 2>/dev/null | sed -n '/^## Models/,/^## License/p'
> ## Models
>
> The models of the answer, in its order.
>
> | MODEL | EFFECTIVE | PARAMS | CONTEXT | IN $/M | OUT $/M | BILL $ | Arena text | OPENNESS | DOWNLOADS | AS OF | FRONTIER |
> | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --- |
> | openai/gpt-oss-120b | osi-permissive | 120B | 128k | 0.03 | 0.17 | 1540.00 | 1365.2 | 1 | 4.33M | 2026-08-14 | yes |
>
> ## License

# Named models are measured by what all of them do; a closed one may be among them
$ oms report openai/whisper-large-v3 nvidia/parakeet-tdt-0.6b-v2 2>/dev/null | grep -m 1 '^| MODEL'
$ oms report openrouter:openai/gpt-5 -q
> | MODEL | EFFECTIVE | PARAMS | CONTEXT | IN $/M | OUT $/M | BLEND $/M | Open ASR WER | OPENNESS | DOWNLOADS | AS OF |
> openrouter:openai/gpt-5

# No match is an empty record, and exit 1 where that was asked for
$ oms report id=nobody/nothing --fail-empty
> # Decision record: open models
>
> - **Question**: oms report id=nobody/nothing --fail-empty
> - **Made on**: 2026-09-01
> - **Models**: 0 of 0
> - **Data**: bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415
>
> ## Models
>
> The models of the answer, in its order.
>
> | MODEL | EFFECTIVE | PARAMS | CONTEXT | IN $/M | OUT $/M | BLEND $/M | Arena text | OPENNESS | DOWNLOADS | AS OF |
> | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |
>
> ## License
>
> What the publisher declares, and what is left of it once the terms of base models are passed on.
>
> | MODEL | LICENSE | CLASS | EFFECTIVE | VERDICT | OSI | COMMERCIAL | DERIVATIVES | REDISTRIBUTION | GATED |
> | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
>
> ## Openness
>
> The five components that traditional open source asks for, and what others say.
>
> | MODEL | WEIGHTS | DATA | EVALUATION | FINE-TUNING | METRICS | OPENNESS | MOF | OSAI | OPEN SOURCE |
> | --- | --- | --- | --- | --- | --- | --: | --- | --: | --- |
>
> ## Where each figure comes from
>
> A value without a source follows from others of the same model.
>
> | MODEL | FIGURE | VALUE | DATE | EVIDENCE | SOURCE |
> | --- | --- | --- | --- | --- | --- |
>
> ## Sources
>
> | SOURCE | NEWEST DATE | CREDIT |
> | --- | --- | --- |
>
> ## Notes
>
> - Prices are in USD per 1M tokens; – is unknown, free a price of zero.
! no model matches
! 0 of 0
? 1

# Wrong words
$ oms report nobody/nothing
$ oms report --json
$ oms report --format pdf
$ oms report -f missing.txt
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
! {"code": "usage", "exit_code": 2, "message": "report has no JSON of its own", "hint": "--format cyclonedx is JSON; 'oms list --json --envelope' has the figures"}
! oms: error: unknown format 'pdf' (md, html, cyclonedx, ids)
! oms: error: list 'missing.txt': no such file or directory
? 2
