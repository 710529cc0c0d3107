# Nothing of this has to do with the Hub.
from django.db import models
from django.urls import include, path

AUTH_USER_MODEL = "accounts/User"


class Asset(models.Model):
    model = models.CharField(default="sedan/coupe", max_length=20)
    kind = models.CharField(choices=[("image/png", "PNG"), ("image/jpeg", "JPEG")], max_length=20)
    path = models.FilePathField(path="media/assets")
    bert = "bert"
    gpt2 = "gpt2"


urlpatterns = [
    path("api/v1", include("shop/urls")),
    path("models/detail", view, name="models/detail"),
]
data_model = {"model": "tesla/model-3", "year": "2023/24"}
repo = "torvalds/linux"
clone(f"https://github.com/{repo}")
template = render("pages/home", {"base": "layouts/base"})
ratio = "1/2"
pipeline = Pipeline([("scale", StandardScaler()), ("clf", LogisticRegression())])
pipeline("build", "deploy/prod")
action = "actions/checkout@v4"
npm = "@huggingface/transformers"
image = "nvidia/cuda:12.4.1-runtime-ubuntu22.04"
