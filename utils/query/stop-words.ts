/** Words that name no topic by themselves, as they stand (not folded). */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor of in on at to for from by with without via per as into onto over under ' +
    'between among across through within beyond towards toward against about around than then so such ' +
    'is are be been being was were do does did can could may might must shall should will would not no ' +
    'it its they their them we our us you your i he she his her this that these those there here which ' +
    'who whom whose what when where why how all any both each every few more most much many other some ' +
    'only own same too very just also yet still even if while because since until although though ' +
    'whether either neither however thus hence therefore moreover furthermore e.g i.e etc vs et al ' +
    'paper papers work works study studies approach approaches method methods propose proposed proposes ' +
    'present presents presented introduce introduces introducing show shows shown demonstrate ' +
    'demonstrates using use used uses based new novel recent recently existing state art results result ' +
    'towards first second two three one several various different large-scale high low better best good ' +
    'well improve improves improved improving improvement achieve achieves achieved enable enables ' +
    'enabling make makes making need needs effective efficient efficiently effectively simple general ' +
    'significant significantly important key main further available including respectively specifically ' +
    'have has had having provide provides given find finds like up out let lets get really need all ' +
    'rethinking revisiting exploring understanding unlocking unleashing case scale ones it’s'
  ).split(' '),
);
