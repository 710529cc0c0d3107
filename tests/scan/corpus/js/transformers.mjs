import { AutoTokenizer, env, pipeline } from '@huggingface/transformers';
import express from 'express/lib/express.js';
import fp from 'lodash/fp';

env.localModelPath = './models/';
env.remoteHost = 'https://huggingface.co/';

const EMBEDDER = 'Xenova/all-MiniLM-L6-v2';
const extractor = await pipeline('feature-extraction', EMBEDDER, { dtype: 'q8' });
const classifier = await pipeline(
  'sentiment-analysis',
  'Xenova/distilbert-base-uncased-finetuned-sst-2-english',
);
const transcriber = await pipeline("automatic-speech-recognition", "Xenova/whisper-tiny.en", {
  revision: 'output_attentions',
});
// const captioner = await pipeline('image-to-text', 'Xenova/vit-gpt2-image-captioning');
const generator = await pipeline('text-generation', `onnx-community/Qwen2.5-0.5B-Instruct`, {
  device: 'webgpu',
});
const tokenizer = await AutoTokenizer.from_pretrained('Xenova/gpt-4');
const dynamic = await pipeline('text-generation', `${org}/${name}`);
const fromEnv = await pipeline('fill-mask', process.env.MASK_MODEL ?? 'Xenova/bert-base-uncased');
const local = await pipeline('fill-mask', './local/bert');

const app = express();
app.get('/models/:id', (req, res) => res.type('application/json').send({ ok: true }));
app.use('/static', express.static('public/assets'));
const pattern = /^[a-z]+\/[a-z]+$/;
const mime = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
export const half = (a, b) => a / b; // not a "regex/here"
