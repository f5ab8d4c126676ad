# SPDX-License-Identifier: GPL-3.0-or-later
"""Words by which somebody is spoken to, and the words after which a name can only be one that is called."""

from __future__ import annotations

from redraft.checks.lexicon import words

TITLED = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Captain|Professor|Sir|Aunt|Uncle|Inspector|Doctor|Father|Sister)\.? [A-Z][\w-]+"
)
"""A title with a name: "Mr. Reed"."""

RANKS = words(
    "Sir Madam Ma'am Mom Mum Dad Mommy Mummy Daddy Mother Father Mama Papa Grandma Grandpa Granny Auntie Doctor Doc"
    " Captain Chief Sergeant Lieutenant Colonel Major General Commander Inspector Detective Officer Professor Coroner"
    " Boss Sensei Senpai Shishou Master Darling Honey Sweetheart Baby Gentlemen Ladies Guys Boys Girls Kids Buddy Dude"
)
"""Titles and endearments that stand alone for a name, with a capital where they open a sentence."""

ENDEARMENTS = words("sir ma'am madam darling honey sweetheart sweetie babe dude bro buddy sensei gentlemen guys")
"""Of these, the ones that no verb takes as its object without an article: “I’m glad you’ve come sir.”"""

SMALL = (
    r"(?:sir|ma'am|madam|mommy|mummy|daddy|mom|mum|dad|darling|honey|sweetheart|sweetie|babe|guys|gentlemen|dude|bro"
    r"|buddy|pal|mate|boss|sensei|old (?:man|boy|chap|fellow|girl|friend)|my (?:dear|lord|lady|love|friend|boy|son"
    r"|child|darling|dear (?:boy|girl|fellow|friend|sir|lady))|your (?:majesty|highness|honor|honour|grace|excellency"
    r"|lordship))"
)
"""Titles and endearments written small."""

GOVERNING_TAGS = words("DT PRP$ IN CC TO WP$ PDT")
"""Tags of words that take what follows as their own: the sir, my darling, of sir, and sir."""

PERSONS = words(
    "friend brother sister uncle aunt cousin son daughter wife husband mother"
    " father mom dad boy girl man woman doctor detective inspector officer agent captain colonel general lord lady king"
    " queen prince princess saint miss mister master mistress president minister professor teacher nurse judge name"
    " names number planet city lake mount hotel street operation project class room gate house ship station version"
    " chapter page type model level day cat dog horse baby partner boss chief sergeant lieutenant major private sheriff"
    " deputy reverend bishop pope sir madam dame count duke baron earl emperor empress ward camp fort port"
)
"""Nouns that stand before a name as its title, or that a name stands beside: the detective Smith, my brother Tom."""

ORDERS = (
    r"(?:come (?:on|in|back|along|over)|(?:calm|sit|lie|slow|settle|back|get|stand|climb) down|shut (?:up|it)"
    r"|(?:wake|hurry|get|stand|listen|cheer|grow|speak|give it|keep it) up|(?:get|look|watch|come) out"
    r"|(?:hold|hang|go|carry|move|dream) on|(?:back|lay|get|piss|hands) off|(?:look|turn) around|get in|over"
    r"|all right|alright)"
)
"""Orders that are complete, though they end in a word that can lead on: “Come on.”"""

CLOSING_ADVERBS = words(
    "now here there too again then today tonight tomorrow yesterday already soon well away back home anymore upstairs"
    " downstairs outside inside instead anyway yet either later sometime together alone please forever once twice so"
    " much enough everywhere somewhere quickly carefully hard"
)
"""Adverbs behind which a sentence is at its end, so that a name after them can only be called."""

DRY_ADJECTIVES = words(
    "poor little dear old young big great wee sainted holy blessed like worth near only own same whole other"
)
"""Adjectives that stand before a name as often as behind a verb: poor Tom."""

COPULAS = words(
    "ai am is are was were be been being 'm 's 're look looks looked feel feels felt seem seems seemed sound sounds"
    " sounded get got getting stay keep"
)
"""Verbs behind which an adjective tells what somebody is."""

INTERJECTIONS = words(
    "yes no yeah yep nope hello hi hey hullo thanks sorry goodbye bye okay ok really quite well listen look wait stop"
    " congratulations absolutely certainly exactly indeed right sure afternoon morning evening welcome come quiet"
    " oh ah aw say why right steady nonsense never always cheers careful relax"
)
"""Words that are a sentence of their own before the one who is called."""

NEXT = (
    r"(?:I|I'm|I'll|I've|I'd|you|you're|you'll|you've|you'd|we|we're|we'll|we've|let's|please|are you|do you|did you"
    r"|have you|were you|don't you|aren't you|didn't you|is (?:that|this|it|there|he|she)|what(?:'s| is| are| do| did"
    r"| was| were| have| the)|why (?:are|is|do|did|don't|didn't|would)|where(?:'s| is| are| did| were| have)"
    r"|how (?:are|is|do|did|could|can|many|much|long)|who(?:'s| is| are)|listen|look|wait|come here"
    r"|get (?:up|out|down|in|back|over)|sit down|stand up|shut up|calm down|wake up|hurry up|stop it|be (?:quiet"
    r"|careful)|it's|that's|there's|he's|she's|they're)"
)
"""How a sentence goes on behind the one who is called at its head."""

HOMOGRAPHS = words("Will May Can Do Hope Grant Bless Art Mark Pat Sue Rob Chase Drew Bill Wish Let God Lord Which That"
                   " What Who It He She This There Then When Where")
"""Names that are helpers or plain verbs too, and words that are no names at a sentence's head."""
