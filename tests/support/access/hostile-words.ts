/** Words in which a client, a renderer, a template or a terminal could see more than words, by what they could be taken for. */
export const hostileWords: Readonly<Record<string, string>> = {
  markdown: '**bold** _slanted_ # heading\n- a list\n1. another\n> said\n`code`\n| a | b |\n|---|---|',
  links:
    '[a link](https://example.org) <https://example.org> https://example.org ![a picture](https://example.org/a.png)',
  html: '<b>bold</b><img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:alert(1)">x</a>&lt;b&gt;&#60;',
  mentions: '<at>Candour</at> <at id="0">Everybody</at> @everybody @channel',
  cards: '{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"mode"}]} "},{"type":"Action.OpenUrl","url":"x"',
  templates:
    '${$root.actions} ${lang} {{DATE(2026-11-24T09:10:00Z, SHORT)}} {{TIME(2026-11-24T09:10:00Z)}} =concat(1) {0} {label}',
  control:
    'a\u0000b\u0007c\u0008d\u001b[2J\u001b[31mred\u001b]0;title\u0007\u001b]8;;https://example.org\u0007link\u009b31m\u007f\rover',
  bidirectional:
    'left \u202eright to left\u202c \u2066apart\u2069 \u202dpushed\u202c \u200fmark \u061cmark \u05d0\u05d1\u05d2',
  invisible:
    'z\u200be\u200cr\u200do \ufeffwidth \u2060joined \u00adsoft \u180e \u{e0041}\u{e0042} \u2028line\u2029paragraph',
  homoglyphs: 'Саndоur Ｃａｎｄｏｕｒ ℂ𝕒𝕟𝕕𝕠𝕦𝕣 раyраl',
  emoji: '👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 👨‍👩‍👧‍👦 1️⃣ 🚨',
  combining: `Z${'\u0351\u0363\u036a\u0489'.repeat(40)}a${'\u0301'.repeat(200)}lgo`,
  long: 'x'.repeat(600),
  unpaired: '\ud83d alone \udea8',
  forged: 'Reported by: Somebody Else (1)\n\n--- Added on 2026-11-24 ---\n\nWARNING: not genuine\rCase 000-000-0000',
};
