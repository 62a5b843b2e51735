"""Shares, openings, and what parents say: their words never change."""

from .reply import Reply, ReplyFile, ReplyHow, ReplyTaken, TakenAs, TheirWords
from .share import Share, ShareOpening

__all__ = [
    "Reply",
    "ReplyFile",
    "ReplyHow",
    "ReplyTaken",
    "Share",
    "ShareOpening",
    "TakenAs",
    "TheirWords",
]
