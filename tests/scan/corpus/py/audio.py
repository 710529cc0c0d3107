from faster_whisper import WhisperModel
from pyannote.audio import Pipeline
from speechbrain.inference import EncoderClassifier
from transformers import (
    AutoModelForSpeechSeq2Seq, AutoProcessor, Wav2Vec2ForCTC, Wav2Vec2Processor, WhisperProcessor
)

model_id = "openai/whisper-large-v3"
model = AutoModelForSpeechSeq2Seq.from_pretrained(model_id, low_cpu_mem_usage=True)
processor = AutoProcessor.from_pretrained(model_id)

diarize = Pipeline.from_pretrained("pyannote/speaker-diarization-3.1", use_auth_token=True)
fast = WhisperModel("acme/faster-whisper-medium-de", device="cuda")
faster = WhisperModel("large-v3", device="cuda")
w2v = Wav2Vec2ForCTC.from_pretrained('facebook/wav2vec2-base-960h')
w2v_processor = Wav2Vec2Processor.from_pretrained(
    pretrained_model_name_or_path="facebook/wav2vec2-base-960h"
)


def transcribe(path, checkpoint="openai/whisper-small"):
    processor = WhisperProcessor.from_pretrained(checkpoint)
    assert path.endswith((".wav", ".mp3")) and "audio/wav" != path
    return processor(path)


class Diarizer:
    default_checkpoint = "pyannote/segmentation-3.0"

    def __init__(self, checkpoint=None):
        self.pipeline = Pipeline.from_pretrained(checkpoint or self.default_checkpoint)
        self.headers = {"Content-Type": "audio/mpeg", "Accept": "application/json"}


language = EncoderClassifier.from_hparams(source="openai/whisper-large-v3", savedir="tmp/lang")
