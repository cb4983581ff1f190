from dataclasses import replace

from bench.live import growth, verdict
from bench.load import Figures

RUN = Figures(
    participants=1000, sent=1000, acked=1000, ack_p50_ms=1, ack_p95_ms=2, ack_p99_ms=3,
    visible_p50_ms=50, visible_p95_ms=100, join_p95_ms=10, join_cpu_s=1, cpu_s=1,
    cpu_us_per_message=10, rss_per_person_kb=30, bytes_per_s=1, messages_per_s=1,
    generator_cpu_share=0.3, page_bytes=1, arrival_bytes=1, news_bytes=1,
)  # fmt: skip


def test_a_busy_generator_proves_nothing() -> None:
    assert "generator" in verdict([RUN], [replace(RUN, generator_cpu_share=0.9)])


def test_pairs_that_differ_prove_nothing() -> None:
    assert "pairs" in verdict([RUN, replace(RUN, cpu_us_per_message=15)], [RUN, RUN])


def test_cpu_per_message_decides() -> None:
    assert verdict([RUN], [RUN]) == "no dearer than the peer"
    assert verdict([replace(RUN, cpu_us_per_message=11)], [RUN]) == "dearer than the peer"


def test_work_that_grows_with_the_square_has_the_exponent_two() -> None:
    lines = [{"participants": 250, "cpu_s": 1.0}, {"participants": 1000, "cpu_s": 16.0}]

    assert growth(lines) == 2
