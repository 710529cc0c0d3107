# Closed models are reference rows, shown only with --closed.

# Rows of closed models stay out without --closed, whatever is asked
$ oms list --where "id~openrouter:" -q -n 0
$ oms list id=openrouter:openai/gpt-4o -q

# --closed shows them with their price, rating and no license id
$ oms list id=openrouter:openai/gpt-4o,zai-org/GLM-4.6 --closed --fields id,license,license_class,open_weights,price_output,quality 2>/dev/null
> MODEL                     LICENSE  CLASS           WEIGHTS  OUT $/M  QUALITY
> zai-org/GLM-4.6           mit      osi-permissive  open        2.20   1441.2
> openrouter:openai/gpt-4o  –        proprietary     closed     10.00   1283.5

# --closed leaves every open model where it was
$ cmp <(oms list -n 0 -q --all) <(oms list -n 0 -q --all --closed | grep -v ^openrouter:)

# A model on the Hub is listed although an index calls its weights closed
$ oms list --search llama-3.1-405B-instruct --sort id --all --fields id,open_weights 2>/dev/null
> MODEL                                                 WEIGHTS
> hugging-quants/Meta-Llama-3.1-405B-Instruct-AWQ-INT4  –
> meta-llama/Llama-3.1-405B-Instruct                    closed
> meta-llama/Llama-3.1-405B-Instruct-FP8                –

# A closed model that only turns text into vectors is no chat model
$ oms list --closed --task chat id~openrouter: name~embed -n 0 -q

# Closed models do not enter the answer through --unknown
$ oms list --unknown --where "id~openrouter:" -q

# What is closed is proprietary and has nothing open
$ oms list --closed --where 'id~openrouter:' --json -n 0 --fields license_class,openness,traditional_open_source,open_weights 2>/dev/null | jq -c 'unique'
> [{"license_class":"proprietary","openness":0,"traditional_open_source":false,"open_weights":"closed"}]
