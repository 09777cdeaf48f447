"""A Kafka broker for tests, of librdkafka's own making: python3 mock_kafka.py; says its address and runs until killed.

It speaks the real protocol over TCP and keeps up to 5 MB of messages in memory: enough to see what a producer delivers,
and nothing to kill.
"""

import ctypes
import signal

kafka = ctypes.CDLL("librdkafka.so.1")
kafka.rd_kafka_new.restype = ctypes.c_void_p
kafka.rd_kafka_mock_cluster_new.restype = ctypes.c_void_p
kafka.rd_kafka_mock_cluster_new.argtypes = [ctypes.c_void_p, ctypes.c_int]
kafka.rd_kafka_mock_cluster_bootstraps.restype = ctypes.c_char_p
kafka.rd_kafka_mock_cluster_bootstraps.argtypes = [ctypes.c_void_p]
kafka.rd_kafka_mock_topic_create.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int]

client = kafka.rd_kafka_new(0, None, ctypes.create_string_buffer(512), 512)
cluster = kafka.rd_kafka_mock_cluster_new(client, 1)
kafka.rd_kafka_mock_topic_create(cluster, b"copydesk", 1, 1)
print(kafka.rd_kafka_mock_cluster_bootstraps(cluster).decode(), flush=True)
signal.pause()
