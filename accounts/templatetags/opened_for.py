"""`{% csrf_token %}` in every form, and for whoever works for several settings, for which it was opened."""

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


class TokenAndSetting(CsrfTokenNode):
    """Django's own token, and beside it the setting that this page acts for."""

    def render(self, context: Any) -> SafeString:
        token = super().render(context)
        request = context.get("request")
        if not getattr(request, "works_for_several", False):
            return format_html("{}", token)
        opened_for = request.membership.setting_id
        return format_html(
            '{}<input type="hidden" name="opened_for" value="{}">', token, opened_for
        )


@register.tag
def csrf_token(parser: Parser, token: Token) -> TokenAndSetting:
    return TokenAndSetting()
