"""Importing this makes the reader ready: its rules are read and its patterns compiled, as they are for a first text.

A process from which others are forked does it once for all of them.
"""

from indicators.documents import read_document

_FIRST = """标题：云麓高新区2023年工作简报
发布日期：2024-01-18

一、2023年主要指标

2023年，云麓高新区规模以上工业总产值1286.4亿元，同比增长9.2%；新增高新技术企业63家，总数达到412家，占全市的三成。
一般公共预算收入首次突破50亿元，居全省第3位。“十四五”以来，东区新引进企业15家，其中亿元以上项目6个。

二、2024年目标

力争固定资产投资增长10%，确保占比提高2个百分点，分别完成12亿元和8亿元。
"""

read_document("简报.txt", _FIRST.encode())
