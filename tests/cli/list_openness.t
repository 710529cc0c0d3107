# list by what is public: components, how many, and the judgments of two indices.

# openness counts the open ones of five components, mof_class is ordered: I is the best
$ oms list 'openness>=5' -n 0 --fields id,openness,traditional_open_source,license,mof_class 2>/dev/null
$ oms list mof_class=I -n 3 --fields id,mof_class 2>/dev/null
$ cmp <(oms list mof_class=I,II -n 0 -q) <(oms list 'mof_class>=II' -n 0 -q)
> MODEL            OPENNESS  OPEN SOURCE  LICENSE     MOF
> allenai/OLMo-7B         5  yes          apache-2.0  I
> LLM360/Amber            5  yes          apache-2.0  I
> MODEL                   MOF
> EleutherAI/pythia-160m  I
> EleutherAI/pythia-70m   I
> allenai/OLMo-1B-hf      I

# --open takes components that must all be open
$ oms list --open data,weights --where 'not (open_data=open and open_weights=open)' -n 0 -q | wc -l
> 0

# A fine-tune's data are at most as public as its base's
$ oms list id=togethercomputer/RedPajama-INCITE-7B-Chat,togethercomputer/RedPajama-INCITE-7B-Base --fields id,base_models,open_data 2>/dev/null
$ oms show togethercomputer/RedPajama-INCITE-7B-Chat | grep -A 9 '^Openness'
> MODEL                                      BASE                                       DATA
> togethercomputer/RedPajama-INCITE-7B-Base  –                                          partial
> togethercomputer/RedPajama-INCITE-7B-Chat  togethercomputer/RedPajama-INCITE-7B-Base  partial
> Openness  1 of 5 known open
>   training data     partial  inferred              [2]
>   full weights      open     curated   2026-06-12  osai-index RedPajama.yaml
>   evaluation code   unknown                        no statement found
>   fine-tuning code  partial  curated   2026-06-12  osai-index RedPajama.yaml
>   training metrics  unknown                        no statement found
>   Open source in the traditional sense: no – missing: training data (partial),
>   fine-tuning code (partial); no statement about: evaluation code, training
>   metrics
>   European index  66.7 %  curated 2026-06-12, osai-index RedPajama.yaml

# A model made from one whose data are not public is not open source in the traditional sense
$ oms show argilla/notus-7b-v1 | grep -A 12 '^Openness'
> Openness  0 of 5 known open
>   training data     unknown      no statement found
>   full weights      unknown      no statement found
>   evaluation code   unknown      no statement found
>   fine-tuning code  unknown      no statement found
>   training metrics  unknown      no statement found
>   Open source in the traditional sense: no – missing: training data (not public
>   for its base mistralai/Mistral-7B-v0.1); no statement about: full weights,
>   evaluation code, fine-tuning code, training metrics
>
> Price  none known
>
> Quality
