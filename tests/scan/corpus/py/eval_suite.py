import pytest
from transformers import AutoModelForSequenceClassification, AutoTokenizer, BertModel, T5ForConditionalGeneration

BERT = "bert-base-uncased"
CASES = [
    ("ProsusAI/finbert", "finance", 0.91),
    ("cardiffnlp/twitter-roberta-base-sentiment-latest", "tweets", 0.88),
    ("acme/not-in-any-catalog", "house", 0.5),
    ("true/false", "format", 0.0),
]


@pytest.fixture(scope="session")
def bert():
    return BertModel.from_pretrained(BERT)


@pytest.mark.parametrize("name", ["t5-small", "google/flan-t5-base"])
def test_t5(name):
    model = T5ForConditionalGeneration.from_pretrained(name)
    assert model.config.vocab_size == 32128, "t5-small and flan share their vocabulary"


@pytest.mark.parametrize("name,domain,least", CASES)
def test_sentiment(name, domain, least):
    tokenizer = AutoTokenizer.from_pretrained("hf-internal-testing/tiny-random-bert")
    model = AutoModelForSequenceClassification.from_pretrained(
        "hf-internal-testing/tiny-random-bert", num_labels=3
    )
    assert tokenizer and model


def test_paths(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    assert str(tmp_path / "a/b").endswith("a/b")
    target = tmp_path / "org/model"
    AutoTokenizer.from_pretrained(target)
    AutoTokenizer.from_pretrained(str(tmp_path))
    AutoTokenizer.from_pretrained("tests/fixtures")
    AutoTokenizer.from_pretrained("../fixtures/tiny")
    AutoTokenizer.from_pretrained("~/models/tiny")
    with pytest.raises(OSError):
        AutoTokenizer.from_pretrained("nobody/does-not-exist")
