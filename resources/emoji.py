#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the emoji of the client from Unicode's data: emoji.py OUTPUT_FOLDER [UNICODE_FOLDER]

Debian packages them: unicode-data (emoji/emoji-test.txt) and unicode-cldr-core (cldr/common/annotations).

emoji.txt: a line for each, in Unicode's order: sequence, shortcode and, if it has skin tones, the five
sequences from light to dark, with tabs between them. A line "#" begins the next of Unicode's groups.
names_LANGUAGE.txt: a line for each line of emoji.txt but "#": name and, divided by tabs, keywords.
"""
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as xml

LANGUAGES = ['en', 'de', 'es', 'fr', 'ar']
TONES = [f'{tone} skin tone' for tone in ['light', 'medium-light', 'medium', 'medium-dark', 'dark']]
TEXT_SIGNS = {'#': 'hash', '*': 'asterisk'}
INHERITED = '↑↑↑'


def main(output, unicode='/usr/share/unicode'):
    unicode, output = pathlib.Path(unicode), pathlib.Path(output)
    groups = read_groups(unicode / 'emoji/emoji-test.txt')
    emoji = [one for group in groups for one in group]
    assert len({one['shortcode'] for one in emoji}) == len(emoji)
    lines = []
    for group in groups:
        lines += ['#'] + ['\t'.join([one['text'], one['shortcode'], *one['tones']]) for one in group]
    write(output / 'emoji.txt', lines)
    english = annotations(unicode, 'en')
    for language in LANGUAGES:
        own = annotations(unicode, language)
        write(output / f'names_{language}.txt', [words(one, own, english) for one in emoji])


def read_groups(path):
    groups, by_name = [], {}
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.startswith('# group: ') and line != '# group: Component':
            groups.append([])
        found = re.match(r'([0-9A-F ]+?) *; fully-qualified +# \S+ E[\d.]+ (.+)', line)
        if not found:
            continue
        text = ''.join(chr(int(code, 16)) for code in found[1].split())
        name, tones = split_tones(found[2])
        if not tones:
            by_name[name] = {'text': text, 'name': name, 'shortcode': shortcode(name), 'tones': []}
            groups[-1].append(by_name[name])
        elif len(tones) == 1:  # two people of different tones are not offered
            by_name[name]['tones'].append(text)
    assert all(len(one['tones']) in (0, len(TONES)) for one in by_name.values())
    return [group for group in groups if group]


def split_tones(full_name):
    """"woman: dark skin tone, red hair": "woman: red hair", ["dark skin tone"]"""
    name, _, qualifiers = full_name.partition(': ')
    qualifiers = qualifiers.split(', ') if qualifiers else []
    rest = [qualifier for qualifier in qualifiers if qualifier not in TONES]
    return ': '.join([name, *([', '.join(rest)] if rest else [])]), [q for q in qualifiers if q in TONES]


def shortcode(name):
    for sign, word in TEXT_SIGNS.items():
        name = name.replace(sign, word)
    plain = unicodedata.normalize('NFKD', name).encode('ascii', 'ignore').decode().lower()
    return re.sub(r'[^a-z0-9]+', '_', plain.replace("'", '')).strip('_')


def annotations(unicode, language):
    """By sequence without variation selectors, as CLDR has it: (name, keywords)"""
    names, keywords = {}, {}
    for folder in ['annotations', 'annotationsDerived']:
        for entry in xml.parse(unicode / 'cldr/common' / folder / f'{language}.xml').iter('annotation'):
            if INHERITED in (entry.text or INHERITED):
                continue
            if entry.get('type') == 'tts':
                names[entry.get('cp')] = entry.text.strip()
            else:
                keywords[entry.get('cp')] = [word.strip() for word in entry.text.split('|')]
    return names, keywords


def words(one, own, english):
    key = one['text'].replace('\ufe0f', '')
    name = own[0].get(key) or english[0].get(key) or one['name']
    keywords = own[1].get(key) or english[1].get(key) or []
    return '\t'.join([name, *dict.fromkeys(word for word in keywords if word.casefold() != name.casefold())])


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
