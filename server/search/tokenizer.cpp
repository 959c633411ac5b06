// SPDX-License-Identifier: Apache-2.0
#include "search/tokenizer.h"

#include "search/characters.h"

#include <optional>

namespace Hearth::Search {

namespace {

constexpr int unitLength = 4; // code points that one character of a dense script has with its marks

// A word, or one character of a dense script, that may still grow.
struct Piece {
    QString text;
    int begin = 0;
    int end = 0; // in the source
    int codePoints = 0;

    void grow(char32_t code, int sourceEnd, int limit)
    {
        end = sourceEnd;
        if (codePoints >= limit)
            return;
        ++codePoints;
        if (code < 0x10000)
            text += QChar(char16_t(code));
        else
            text += QStringView(QChar::fromUcs4(code));
    }
};

class Tokenizer
{
public:
    QList<Token> run(QStringView text);

private:
    void take(Character character, int begin, int end);
    void takeMark(Character character, int end);
    void takeDense(char32_t code, int begin, int end);
    void finish();
    void finishPair();
    void emitToken(const Piece &piece, TokenKind kind);
    [[nodiscard]] bool isFull() const { return m_tokens.size() >= maxTokens; }

    QList<Token> m_tokens;
    std::optional<Piece> m_word;
    std::optional<Piece> m_older; // the character before m_unit in a run
    std::optional<Piece> m_unit;
};

QList<Token> Tokenizer::run(QStringView text)
{
    for (qsizetype at = 0; at < text.size() && !isFull();) {
        const qsizetype begin = at;
        char32_t code = text[at++].unicode();
        if (QChar::isHighSurrogate(code) && at < text.size() && text[at].isLowSurrogate())
            code = QChar::surrogateToUcs4(char16_t(code), text[at++].unicode());
        if (code < 0x80) {
            const bool upper = code >= U'A' && code <= U'Z';
            const bool letter = upper || (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
            take({upper ? code + 32 : code, letter ? CharacterKind::Letter : CharacterKind::Separator},
                 int(begin), int(at));
            continue;
        }
        for (const Character character : foldCharacter(code))
            take(character, int(begin), int(at));
    }
    finish();
    return std::move(m_tokens);
}

void Tokenizer::take(Character character, int begin, int end)
{
    switch (character.kind) {
    case CharacterKind::Separator: finish(); break;
    case CharacterKind::Ignored:
    case CharacterKind::Mark: takeMark(character, end); break;
    case CharacterKind::Letter:
        if (!m_word) {
            finish();
            m_word = Piece{{}, begin};
        }
        m_word->grow(character.code, end, wordLength);
        break;
    case CharacterKind::Dense: takeDense(character.code, begin, end); break;
    case CharacterKind::Symbol:
        finish();
        m_word = Piece{{}, begin};
        m_word->grow(character.code, end, wordLength);
        emitToken(*m_word, TokenKind::Word);
        m_word.reset();
        break;
    }
}

void Tokenizer::takeMark(Character character, int end)
{
    Piece *piece = m_word ? &*m_word : m_unit ? &*m_unit : nullptr;
    if (!piece)
        return; // on nothing
    if (character.kind == CharacterKind::Mark)
        piece->grow(character.code, end, m_word ? wordLength : unitLength);
    else
        piece->end = end;
}

void Tokenizer::takeDense(char32_t code, int begin, int end)
{
    if (m_word)
        finish();
    if (m_unit && m_unit->text.size() == 1) {
        if (const char32_t syllable = composeHangul(m_unit->text[0].unicode(), code)) {
            m_unit->text = QChar(char16_t(syllable));
            m_unit->end = end;
            return;
        }
    }
    if (m_unit) {
        finishPair();
        m_older = std::move(m_unit);
    }
    m_unit = Piece{{}, begin};
    m_unit->grow(code, end, unitLength);
}

void Tokenizer::finishPair()
{
    if (!m_older || isFull())
        return;
    m_tokens.append({m_older->text + m_unit->text, TokenKind::Pair, m_older->begin,
                     m_unit->end - m_older->begin, m_older->end - m_older->begin});
}

void Tokenizer::finish()
{
    if (m_word)
        emitToken(*m_word, TokenKind::Word);
    if (m_unit) {
        finishPair();
        emitToken(*m_unit, TokenKind::Single);
    }
    m_word.reset();
    m_older.reset();
    m_unit.reset();
}

void Tokenizer::emitToken(const Piece &piece, TokenKind kind)
{
    const int length = piece.end - piece.begin;
    if (!isFull())
        m_tokens.append({piece.text, kind, piece.begin, length, length});
}

} // namespace

QList<Token> tokenize(QStringView text)
{
    return Tokenizer().run(text);
}

} // namespace Hearth::Search
