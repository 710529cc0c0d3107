# show --use: commands that start a model, and one program that asks several the same.

# A chat model: the router that serves it, a server of one's own, a few lines of Python
$ oms show Qwen/Qwen3-32B --use
> # Qwen/Qwen3-32B
> # https://huggingface.co/Qwen/Qwen3-32B
>
> # Hugging Face router: served there by nscale, ovhcloud, novita, groq,
> #   sambanova, as of 2026-02-26
> # needs curl, HF_TOKEN
> # a provider's name in place of 'cheapest' asks that one
> curl https://router.huggingface.co/v1/chat/completions \
>   -H "Authorization: Bearer $HF_TOKEN" \
>   -H 'Content-Type: application/json' \
>   -d '{
>     "model": "Qwen/Qwen3-32B:cheapest",
>     "messages": [{"role": "user", "content": "Say hello in one sentence."}]
>   }'
>
> # vLLM: library transformers, tag safetensors, task text-generation
> # needs vllm
> vllm serve 'Qwen/Qwen3-32B'
>
> # transformers: library transformers, task text-generation
> # needs transformers, torch, accelerate
> python3 - <<'END'
> from transformers import pipeline
>
> pipe = pipeline("text-generation", model="Qwen/Qwen3-32B",
>                 torch_dtype="auto", device_map="auto")
> messages = [{"role": "user", "content": "Say hello in one sentence."}]
> print(pipe(messages, max_new_tokens=256)[0]["generated_text"][-1]["content"])
> END

# Code out of the repository is announced where a tag asks for it; a base model goes on with a text
$ oms show allenai/OLMo-7B --use
> # allenai/OLMo-7B
> # https://huggingface.co/allenai/OLMo-7B
> # gating is not collected: where a download is refused, that page tells how to
> #   get access
>
> # vLLM: library transformers, tag safetensors, task text-generation
> # needs vllm
> # runs Python code out of the repository (tag custom_code): read it first
> vllm serve 'allenai/OLMo-7B' --trust-remote-code
>
> # transformers: library transformers, task text-generation
> # needs transformers, torch, accelerate
> # runs Python code out of the repository (tag custom_code): read it first
> python3 - <<'END'
> from transformers import pipeline
>
> pipe = pipeline("text-generation", model="allenai/OLMo-7B",
>                 torch_dtype="auto", device_map="auto", trust_remote_code=True)
> print(pipe("Once upon a time", max_new_tokens=64)[0]["generated_text"])
> END

# A GGUF repository is for llama.cpp and Ollama
$ oms show "$(oms list -q --all -n 1 library=gguf tasks=chat)" --use
> # antirez/deepseek-v4-gguf
> # https://huggingface.co/antirez/deepseek-v4-gguf
> # gating is not collected: where a download is refused, that page tells how to
> #   get access
>
> # llama.cpp: library gguf, task text-generation
> # needs llama.cpp
> # takes the Q4_K_M file where there is one; ID:Q8_0 asks for another
> llama-server -hf 'antirez/deepseek-v4-gguf'
>
> # Ollama: library gguf, task text-generation
> # needs ollama
> # takes the Q4_K_M file where there is one; ID:Q8_0 asks for another
> ollama run 'hf.co/antirez/deepseek-v4-gguf'

# A gated model says where access is asked for
$ oms show google/gemma-3-1b-it --use
> # google/gemma-3-1b-it
> # https://huggingface.co/google/gemma-3-1b-it
> # gated (yes): ask for access on that page first; downloads need a token of
> #   the account in HF_TOKEN
>
> # vLLM: library transformers, tag safetensors, task text-generation
> # needs vllm, HF_TOKEN, access (ask at
> #   https://huggingface.co/google/gemma-3-1b-it)
> vllm serve 'google/gemma-3-1b-it'
>
> # transformers: library transformers, task text-generation
> # needs transformers, torch, accelerate, HF_TOKEN, access (ask at
> #   https://huggingface.co/google/gemma-3-1b-it)
> python3 - <<'END'
> from transformers import pipeline
>
> pipe = pipeline("text-generation", model="google/gemma-3-1b-it",
>                 torch_dtype="auto", device_map="auto")
> messages = [{"role": "user", "content": "Say hello in one sentence."}]
> print(pipe(messages, max_new_tokens=256)[0]["generated_text"][-1]["content"])
> END

# Speech, embeddings: each library in its own way
$ oms show openai/whisper-large-v3 --use
$ oms show sentence-transformers/all-MiniLM-L6-v2 --use
> # openai/whisper-large-v3
> # https://huggingface.co/openai/whisper-large-v3
> # gating is not collected: where a download is refused, that page tells how to
> #   get access
>
> # transformers: library transformers, task automatic-speech-recognition
> # needs transformers, torch, a file speech.wav
> python3 - <<'END'
> from transformers import pipeline
>
> pipe = pipeline("automatic-speech-recognition", model="openai/whisper-large-v3")
> print(pipe("speech.wav")["text"])
> END
> # sentence-transformers/all-MiniLM-L6-v2
> # https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
> # gating is not collected: where a download is refused, that page tells how to
> #   get access
>
> # sentence-transformers: library sentence-transformers, task
> #   sentence-similarity
> # needs sentence-transformers
> python3 - <<'END'
> from sentence_transformers import SentenceTransformer
>
> model = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2")
> print(model.encode(["A sentence to embed.", "Another one."]).shape)
> END

# A model that only hosts with names of their own sell
$ oms show alpindale/goliath-120b --use | tail -3
> END
>
> # by the token: sold by openrouter, under names that the catalog does not know

# A library without a command here is named, none is invented
$ oms show "$(oms list -q -n 1 library=nemo)" --use
> # nvidia/parakeet-ctc-1.1b
> # https://huggingface.co/nvidia/parakeet-ctc-1.1b
> # gating is not collected: where a download is refused, that page tells how to
> #   get access
>
> # on a machine of one's own: no command known here for library nemo, task
> #   automatic-speech-recognition;
> #   https://huggingface.co/nvidia/parakeet-ctc-1.1b may tell

# A closed model is said to be one
$ oms show openrouter:openai/gpt-5 --use
> # openrouter:openai/gpt-5
>
> # a closed model: no weights are published, and the name that it has in the
> #   API of openai is not in the catalog

# For programs: an object a way
$ oms show Qwen/Qwen3-32B --use --json
$ oms show openrouter:openai/gpt-5 --use --json
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use --format ndjson | jq -r '.model + " " + .way'
> [
>   {"model": "Qwen/Qwen3-32B", "way": "router", "command": "curl https://router.huggingface.co/v1/chat/completions \\\n  -H \"Authorization: Bearer $HF_TOKEN\" \\\n  -H 'Content-Type: application/json' \\\n  -d '{\n    \"model\": \"Qwen/Qwen3-32B:cheapest\",\n    \"messages\": [{\"role\": \"user\", \"content\": \"Say hello in one sentence.\"}]\n  }'", "needs": ["curl", "HF_TOKEN"], "why": "served there by nscale, ovhcloud, novita, groq, sambanova, as of 2026-02-26", "note": "a provider's name in place of 'cheapest' asks that one"},
>   {"model": "Qwen/Qwen3-32B", "way": "vllm", "command": "vllm serve 'Qwen/Qwen3-32B'", "needs": ["vllm"], "why": "library transformers, tag safetensors, task text-generation", "note": null},
>   {"model": "Qwen/Qwen3-32B", "way": "transformers", "command": "python3 - <<'END'\nfrom transformers import pipeline\n\npipe = pipeline(\"text-generation\", model=\"Qwen/Qwen3-32B\",\n                torch_dtype=\"auto\", device_map=\"auto\")\nmessages = [{\"role\": \"user\", \"content\": \"Say hello in one sentence.\"}]\nprint(pipe(messages, max_new_tokens=256)[0][\"generated_text\"][-1][\"content\"])\nEND", "needs": ["transformers", "torch", "accelerate"], "why": "library transformers, task text-generation", "note": null}
> ]
> [
>   {"model": "openrouter:openai/gpt-5", "way": null, "command": null, "needs": [], "why": null, "note": "a closed model: no weights are published, and the name that it has in the API of openai is not in the catalog"}
> ]
> Qwen/Qwen3-32B router
> Qwen/Qwen3-32B vllm
> Qwen/Qwen3-32B transformers
> allenai/OLMo-7B vllm
> allenai/OLMo-7B transformers

# Every command for every model is one that a shell reads
$ oms list --all --closed -n 0 -q | xargs oms show --use --json > ways.json
$ jq -r '.[] | select(.command != null) | .command' ways.json | bash -n && echo read
$ jq -r '.[] | select((.command == null) != (.why == null) or (.command == null and .note == null)) | .model' ways.json
> read

# ... and every program of one or more models is Python
$ oms list --task chat -n 300 -q | xargs oms show --use -o try.py 2>&1 | tail -1
$ python3 -m py_compile try.py && echo compiled
> google/gemma-1.1-2b-it: no provider of the router is known; asked only at OMS_TRY_BASE_URL
> compiled

# On a terminal what is no command is dim
@ pty 60x24
$ oms show openai/whisper-large-v3 --use
> \e[2m# openai/whisper-large-v3\e[0m
> \e[2m# https://huggingface.co/openai/whisper-large-v3\e[0m
> \e[2m# gating is not collected: where a download is refused,\e[0m
> \e[2m#   that page tells how to get access\e[0m
>
> \e[2m# transformers: library transformers, task\e[0m
> \e[2m#   automatic-speech-recognition\e[0m
> \e[2m# needs transformers, torch, a file speech.wav\e[0m
> python3 - <<'END'
> from transformers import pipeline
>
> pipe = pipeline("automatic-speech-recognition", model="openai/whisper-large-v3")
> print(pipe("speech.wav")["text"])
> END

# No fields beside commands
$ oms show allenai/OLMo-7B --use --fields id
! oms: error: --use prints commands and takes no --fields
? 2

# An unknown id is exit 1; the others are in the program all the same
$ oms show allenai/OLMo-7B nobody/nothing --use -o try.py
$ sed -n '/^MODELS/,/^]/p' try.py
$ oms show nobody/nothing --use
> MODELS = [
>     Model("allenai/OLMo-7B",
>           router=None,
>           input=None, output=None, quote=None),
> ]
! allenai/OLMo-7B: no provider of the router is known; asked only at OMS_TRY_BASE_URL
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
! oms: error: no model 'nobody/nothing' in the catalog; 'oms list --search TEXT' looks for a part of a name
? 1

# What cannot chat is left out with the reason; nothing left is exit 1
$ oms show Qwen/Qwen3-32B openai/whisper-large-v3 openrouter:openai/gpt-5 --use -o try.py
$ sed -n '/^# left out/,/^]/p' try.py
$ oms show openai/whisper-large-v3 openrouter:openai/gpt-5 --use
> # left out: openai/whisper-large-v3, it is for automatic-speech-recognition,
> #   not for chats
> # left out: openrouter:openai/gpt-5, a closed model: the name that its API has
> #   for it is not known
> MODELS = [
>     Model("Qwen/Qwen3-32B",
>           router="Qwen/Qwen3-32B:nscale",
>           input="0.08", output="0.25", quote="nscale, 2026-02-26"),
> ]
! left out: openai/whisper-large-v3, it is for automatic-speech-recognition, not for chats
! left out: openrouter:openai/gpt-5, a closed model: the name that its API has for it is not known
! oms: error: none of these models can be asked in a chat; 'oms show ID --use' tells how to start one
? 1

# The program asks all the same, prints answers, tokens and the exact cost by the catalog's quotes
$ oms show Qwen/Qwen3-32B meta-llama/Llama-3.3-70B-Instruct allenai/OLMo-7B --use -o try.py
$ printf 'Why is the sky blue?\n\nHow long is a mile?\n' > prompts
$ python3 "$TESTS/cli/openai_server.py" --log log python3 try.py prompts | sed -E 's/, [0-9]+\.[0-9] s/, S.S s/g'
$ cat log
> Prompt 1 of 2: Why is the sky blue?
>
> Qwen/Qwen3-32B           | meta-llama/Llama-3.3-    | allenai/OLMo-7B
>                          | 70B-Instruct             |
> -------------------------+--------------------------+-------------------------
> I am Qwen/Qwen3-32B and  | I am                     | I am allenai/OLMo-7B and
> was asked: Why is the    | meta-llama/Llama-3.3-    | was asked: Why is the
> sky blue?                | 70B-Instruct and was     | sky blue?
>                          | asked: Why is the sky    |
>                          | blue?                    |
>                          |                          |
> 20 in, 55 out            | 20 in, 74 out            | 20 in, 56 out
> 0.00001535 USD, S.S s    | 0.0000323 USD, S.S s     | unknown, S.S s
>
> Prompt 2 of 2: How long is a mile?
>
> Qwen/Qwen3-32B           | meta-llama/Llama-3.3-    | allenai/OLMo-7B
>                          | 70B-Instruct             |
> -------------------------+--------------------------+-------------------------
> I am Qwen/Qwen3-32B and  | I am                     | I am allenai/OLMo-7B and
> was asked: How long is a | meta-llama/Llama-3.3-    | was asked: How long is a
> mile?                    | 70B-Instruct and was     | mile?
>                          | asked: How long is a     |
>                          | mile?                    |
>                          |                          |
> 19 in, 54 out            | 19 in, 73 out            | 19 in, 55 out
> 0.00001502 USD, S.S s    | 0.000031765 USD, S.S s   | unknown, S.S s
>
> MODEL                              ANSWERS  IN  OUT             COST
> Qwen/Qwen3-32B                      2 of 2  39  109   0.00003037 USD
> meta-llama/Llama-3.3-70B-Instruct   2 of 2  39  147  0.000064065 USD
> allenai/OLMo-7B                     2 of 2  39  111          unknown
>
> Qwen/Qwen3-32B: 0.08 in, 0.25 out, USD per 1M tokens: nscale, 2026-02-26
> meta-llama/Llama-3.3-70B-Instruct: 0.135 in, 0.4 out, USD per 1M tokens: novita, 2026-02-26
> allenai/OLMo-7B: no price known
> /v1/chat/completions None Qwen/Qwen3-32B 512
> /v1/chat/completions None Qwen/Qwen3-32B 512
> /v1/chat/completions None allenai/OLMo-7B 512
> /v1/chat/completions None allenai/OLMo-7B 512
> /v1/chat/completions None meta-llama/Llama-3.3-70B-Instruct 512
> /v1/chat/completions None meta-llama/Llama-3.3-70B-Instruct 512
! allenai/OLMo-7B: no provider of the router is known; asked only at OMS_TRY_BASE_URL

# One model that fails, is silent or talks nonsense does not stop the others
$ oms show Qwen/Qwen3-32B meta-llama/Llama-3.3-70B-Instruct allenai/OLMo-7B openai/gpt-oss-120b --use -o try.py 2>notes
$ echo 'Why?' | OMS_TRY_TIMEOUT=2 COLUMNS=100 python3 "$TESTS/cli/openai_server.py" --status Qwen/Qwen3-32B=503 --silent allenai/OLMo-7B --raw openai/gpt-oss-120b='{"choices": []}' python3 try.py - | sed -E 's/, [0-9]+\.[0-9] s/, S.S s/g'
> Prompt 1 of 1: Why?
>
> Qwen/Qwen3-32B                  | meta-llama/Llama-3.3-70B-       | allenai/OLMo-7B
>                                 | Instruct                        |
> --------------------------------+---------------------------------+--------------------------------
> error: HTTP 503: no luck with   | I am                            | error: no answer within 2 s
> Qwen/Qwen3-32B                  | meta-llama/Llama-3.3-70B-       |
>                                 | Instruct and was asked: Why?    |
>                                 |                                 |
>                                 | 4 in, 58 out                    |
>                                 | 0.00002374 USD, S.S s           |
>
> openai/gpt-oss-120b
> ----------------------------------------------------------------------------------------------------
> error: the answer is no chat completion
>
> MODEL                              ANSWERS  IN  OUT            COST
> Qwen/Qwen3-32B                      0 of 1   -    -               -
> meta-llama/Llama-3.3-70B-Instruct   1 of 1   4   58  0.00002374 USD
> allenai/OLMo-7B                     0 of 1   -    -               -
> openai/gpt-oss-120b                 0 of 1   -    -               -
>
> Qwen/Qwen3-32B: 0.08 in, 0.25 out, USD per 1M tokens: nscale, 2026-02-26
> meta-llama/Llama-3.3-70B-Instruct: 0.135 in, 0.4 out, USD per 1M tokens: novita, 2026-02-26
> allenai/OLMo-7B: no price known
> openai/gpt-oss-120b: 0.05 in, 0.25 out, USD per 1M tokens: novita, 2026-02-26

# When all fail the program does
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' | python3 "$TESTS/cli/openai_server.py" --status Qwen/Qwen3-32B=500 --status allenai/OLMo-7B=404 python3 try.py - | tail -5
> Qwen/Qwen3-32B    0 of 1   -    -     -
> allenai/OLMo-7B   0 of 1   -    -     -
>
> Qwen/Qwen3-32B: 0.08 in, 0.25 out, USD per 1M tokens: nscale, 2026-02-26
> allenai/OLMo-7B: no price known
? 1

# Code keeps its indentation, and an answer that was cut says so
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' | python3 "$TESTS/cli/openai_server.py" --say 'Qwen/Qwen3-32B=for x in y:\n    if  x:\n        print(x)' --cut Qwen/Qwen3-32B python3 try.py - | sed -n 4,8p
> ---------------------------------------+---------------------------------------
> for x in y:                            | I am allenai/OLMo-7B and was asked:
>     if  x:                             | Why?
>         print(x)                       |
> (cut: OMS_TRY_MAX_TOKENS)              |

# A server that sends a little for ever is left behind at the deadline
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' | OMS_TRY_TIMEOUT=1 python3 "$TESTS/cli/openai_server.py" --drip Qwen/Qwen3-32B timeout 8 python3 try.py - | sed -n 5p
> error: no answer within 1 s            | I am allenai/OLMo-7B and was asked:

# Without a count of tokens the cost is unknown; an answer cannot steer the terminal
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' | python3 "$TESTS/cli/openai_server.py" --no-usage Qwen/Qwen3-32B --say 'Qwen/Qwen3-32B=red: \e[31m' python3 try.py - | sed -E 's/, [0-9]+\.[0-9] s/, S.S s/g'
> Prompt 1 of 1: Why?
>
> Qwen/Qwen3-32B                         | allenai/OLMo-7B
> ---------------------------------------+---------------------------------------
> red: �[31m                             | I am allenai/OLMo-7B and was asked:
>                                        | Why?
>                                        |
> unknown in, unknown out                | 4 in, 40 out
> unknown, S.S s                         | unknown, S.S s
>
> MODEL            ANSWERS       IN      OUT     COST
> Qwen/Qwen3-32B    1 of 1  unknown  unknown  unknown
> allenai/OLMo-7B   1 of 1        4       40  unknown
>
> Qwen/Qwen3-32B: 0.08 in, 0.25 out, USD per 1M tokens: nscale, 2026-02-26
> allenai/OLMo-7B: no price known

# The token of the Hub goes to no other server; a key for that one does, and follows no redirect
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' > prompts
$ HF_TOKEN=hf_secret python3 "$TESTS/cli/openai_server.py" --log log python3 try.py prompts >answers && cat log
$ HF_TOKEN=hf_secret OMS_TRY_KEY=sk-own OMS_TRY_MAX_TOKENS=9 python3 "$TESTS/cli/openai_server.py" --log log --redirect allenai/OLMo-7B=http://127.0.0.1:1/ python3 try.py prompts >answers && cat log
$ grep -c -e hf_secret -e sk-own answers
> /v1/chat/completions None Qwen/Qwen3-32B 512
> /v1/chat/completions None allenai/OLMo-7B 512
> /v1/chat/completions Bearer sk-own Qwen/Qwen3-32B 9
> /v1/chat/completions Bearer sk-own allenai/OLMo-7B 9
> 0
? 1

# At the router each model goes by the provider whose price counts, with the token; the others are not asked
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ echo 'Why?' > prompts
$ HF_TOKEN=hf_secret python3 "$TESTS/cli/openai_server.py" --log log bash -c 'sed "s#^ROUTER = .*#ROUTER = \"$OMS_TRY_BASE_URL\"#" try.py > here.py; env -u OMS_TRY_BASE_URL python3 here.py prompts' >answers
$ cat log
> /v1/chat/completions Bearer hf_secret Qwen/Qwen3-32B:nscale 512
! allenai/OLMo-7B: not asked, no provider of the router is known

# Wrong use of the program is exit 2 with the reason
$ oms show Qwen/Qwen3-32B allenai/OLMo-7B --use -o try.py 2>notes
$ python3 try.py
$ OMS_TRY_BASE_URL=file:///etc python3 try.py; OMS_TRY_BASE_URL=http://127.0.0.1:1/v1 OMS_TRY_TIMEOUT=0 python3 try.py
$ python3 try.py nowhere; python3 try.py /dev/null; python3 try.py a b
$ HF_TOKEN=$'hf_a\nb' python3 try.py
! try.py: HF_TOKEN is not set: the Hugging Face router needs a token (https://huggingface.co/settings/tokens)
! try.py: OMS_TRY_BASE_URL takes http://HOST/v1 or https://HOST/v1
! try.py: OMS_TRY_TIMEOUT takes a number above 0, not '0'
! try.py: cannot read 'nowhere': No such file or directory
! try.py: '/dev/null' has no prompt
! try.py: takes one file of prompts, or - for standard input
! try.py: HF_TOKEN has characters that no key has
? 2
