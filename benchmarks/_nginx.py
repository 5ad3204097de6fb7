"""nginx with one worker, serving the same page files with their compressed twins."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _load import answers, free_port, wait_for

CONFIG = """
worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log; daemon off; user root;
events {{ worker_connections 512; }}
http {{
  access_log off; include /etc/nginx/mime.types; sendfile on; tcp_nopush on; open_file_cache max=1000;
  client_body_temp_path {folder}/body; fastcgi_temp_path {folder}/fcgi; proxy_temp_path {folder}/proxy;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}; root {pages}; gzip_static on;
    location / {{ try_files $uri $uri/index.html =404; }}
  }}
}}
"""


@contextmanager
def nginx(pages: Path, path: str) -> Iterator[int]:
    """The port of an nginx that answers `path` from the folder of page files."""
    with tempfile.TemporaryDirectory(prefix="nginx-bench-") as name:
        folder, port = Path(name), free_port()
        config = folder / "nginx.conf"
        config.write_text(CONFIG.format(folder=folder, port=port, pages=pages))
        process = subprocess.Popen(["/usr/sbin/nginx", "-c", config, "-p", folder])
        try:
            wait_for(lambda: answers(port, path))
            yield port
        finally:
            process.terminate()
            process.wait(15)


def version() -> str:
    shown = subprocess.run(["/usr/sbin/nginx", "-v"], capture_output=True, text=True, check=True)
    return shown.stderr.strip().rpartition("/")[2]
