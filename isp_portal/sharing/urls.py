"""Addresses of the parents' door, /shared/…, and of what staff do beside it, /sharing/…."""

from django.urls import path

from isp_portal.sharing.views import replies, shared, shares

app_name = "sharing"
urlpatterns = [
    path("shared/<str:token>/", shared.door, name="door"),
    path("shared/<str:token>/send-code/", shared.send_a_code, name="send_code"),
    path("shared/<str:token>/leave/", shared.leave, name="leave"),
    path("shared/<str:token>/copy/", shared.copy, name="copy"),
    path("shared/<str:token>/copy/file/", shared.file, name="file"),
    path("shared/<str:token>/say/<str:kind>/", shared.say, name="say"),
    path("shared/<str:token>/said/", shared.said, name="said"),
    path("sharing/papers/<uuid:document_id>/", shares.share, name="share"),
    path("sharing/papers/<uuid:document_id>/attach/", shares.attach, name="attach"),
    path("sharing/links/<uuid:share_id>/take-back/", shares.take_back, name="take_back"),
    path("sharing/links/<uuid:share_id>/code-to-read-out/", shares.code, name="code"),
    path("sharing/children/<uuid:child_id>/", replies.replies, name="replies"),
    path("sharing/children/<uuid:child_id>/write-down/", replies.write_down, name="write_down"),
    path("sharing/replies/<uuid:reply_id>/", replies.reply, name="reply"),
    path("sharing/replies/<uuid:reply_id>/read/", replies.reply_read, name="reply_read"),
    path("sharing/replies/<uuid:reply_id>/into-review/", replies.into_review, name="into_review"),
    path("sharing/replies/<uuid:reply_id>/into-record/", replies.into_record, name="into_record"),
    path("sharing/replies/<uuid:reply_id>/paper/", replies.signed_paper, name="signed_paper"),
]
