import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from dashboard.__main__ import main

ROOT = Path(__file__).parents[2]


def test_it_reads_a_folder_says_where_it_serves_and_serves(tmp_path):
    (tmp_path / "a.txt").write_text("2020年，云岭高新区完成固定资产投资78亿元，同比增长9%。", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    command = [sys.executable, "-m", "dashboard", str(tmp_path), "--port", "0"]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as run:
        said = ""
        for line in run.stderr:
            said += line
            if "http://" in line:
                break
        try:
            with urllib.request.urlopen(re.search(r"http://[\d.:]+", said).group(), timeout=20) as answer:
                assert answer.status == 200
        finally:
            run.terminate()
    assert "读了 1 篇文字" in said
    assert "b.txt" in said


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_texts_is_said(tmp_path, capsys, name):
    assert main([str(tmp_path / name), "--port", "0"]) == 1
    said = capsys.readouterr().err
    assert "不能启动" in said
    assert str(tmp_path) in said
    assert "请" in said


def test_a_port_in_use_is_said_before_anything_is_read(tmp_path, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main([str(tmp_path), "--port", str(port)]) == 1
    assert f"端口 {port} 已被占用" in capsys.readouterr().err


def test_an_unknown_host_is_said(tmp_path, capsys):
    assert main([str(tmp_path), "--host", "256.1.1.1"]) == 1
    assert "256.1.1.1" in capsys.readouterr().err
