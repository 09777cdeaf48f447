"""Text as it is compared, and the words that end an item or a list: converters of pages differ in spaces and signs."""
import re
import unicodedata

CJK = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
TOKEN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\s\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
FOOT = re.compile(
    r"\b(read (more|the|on|full|article)|read$|continue|continued|more$|view (full )?post|leave a|comments?|"
    r"tags?|tagged|filed under|posted in|share|permalink|trackbacks?|kommentare?|weiterlesen|mehr|"
    r"commentaires?|lire la suite|comentarios?|comentários?|leer más|leia mais|reacties|lees (meer|verder)|"
    r"commenti|leggi|etiquetas|schlagw[oö]rter|czytaj|komentarz[ey]?|číst|celý článek|комментари\w*|"
    r"en savoir plus|lire (plus|l)|partager|compartir|compartilhar|condividi|teilen|udostępnij|saiba mais|ler mais|"
    r"mehr erfahren|"
    r"continua|więcej|tovább|devamı\w*|läs mer|les mer|læs mere|lue lisää|čítať|citește|διαβάστε|اقرأ|المزيد|"
    r"читать|далее|теги|метки|続きを読む|コメント|标签|阅读全文|评论)\b|continue reading|続きを読む|コメント|阅读全文|标签")
PAGER = re.compile(r"^(older|newer|previous|next|page \d+|« |» |\d+( \d+)+|next page|previous page|older posts|"
                   r"newer posts)\b")
ADDRESS = re.compile(r"\]\([^)\s]*\)?|https?://\S+|^\S*/\S*\)")


def fold(text):
    """Text as the scorer compares it: letters and digits only, case folded."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text or "").casefold()).strip()


def squeeze(folded):
    """Without spaces: converters differ in where they leave one, most where words are marked up or hyphenated."""
    return folded.replace(" ", "")


def grams(tokens, n=3):
    """The runs of n tokens: single words are shared by texts that have nothing in common, runs are not."""
    return {tuple(tokens[i:i + n]) for i in range(max(1, len(tokens) - n + 1))} if tokens else set()
