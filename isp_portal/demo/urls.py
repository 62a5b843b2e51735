"""Addresses of the demo. They begin with /demo/."""

from django.conf import settings
from django.urls import path

from isp_portal.demo import sign_in, views

app_name = "demo"
urlpatterns = [path("gallery/", views.gallery, name="gallery")]
if settings.DEMO:
    urlpatterns.append(path("sign-in/", sign_in.sign_in, name="sign_in"))
