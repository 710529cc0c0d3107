FROM ghcr.io/huggingface/text-generation-inference:2.3
ENV MODEL_ID=tiiuae/falcon-7b-instruct REVISION=8782b5c5d8c9290412416618f36a133653e85285
# ENV MODEL_ID=tiiuae/falcon-40b
USER app/app
CMD text-generation-launcher --model-id $MODEL_ID --num-shard 1
