/** Short names for the shapes of the service's description. */

import type { components } from "./schema";

type Shapes = components["schemas"];

export type Project = Shapes["ProjectOut"];
export type Source = Shapes["SourceOut"];
export type FileResult = Shapes["FileOut"];
export type Reader = Shapes["ReaderOut"];
export type Turn = Shapes["TurnOut"];
export type Coding = Shapes["CodingOut"];
export type CodingIn = Shapes["CodingIn"];
export type CodingChange = Omit<Shapes["CodingChangeIn"], "seq">;
export type Suggestion = Shapes["SuggestionOut"];
export type Suggested = Shapes["SuggestOut"];
export type Memo = Shapes["MemoOut"];
export type Reading = Shapes["ReadingOut"];
export type Codebook = Shapes["CodebookOut"];
export type Code = Shapes["CodeOut"];
export type CodeChange = Shapes["CodeChangeIn"];
export type CodeDone = Shapes["CodeDone"];
export type Framework = Shapes["FrameworkOut"];
export type FrameworkChange = Omit<Shapes["FrameworkChangeIn"], "seq">;
export type Touches = Shapes["TouchesOut"];
export type Preview = Shapes["CodebookPreview"];
export type Hits = Shapes["HitsOut"];
export type FoundCoding = Shapes["FoundCoding"];
export type Line = Shapes["LineOut"];
export type Theme = Shapes["ThemeOut"];
export type ThemeChange = Omit<Shapes["ThemeChangeIn"], "seq">;
export type Quotations = Shapes["QuotationsOut"];
export type Cell = Shapes["CellOut"];
export type QueueItem = Shapes["QueueItem"];
export type Queue = Shapes["QueueOut"];
export type Standing = Shapes["Standing"];
export type Step = Shapes["StepOut"];
export type Chart = Shapes["ChartOut"];
export type Event = Shapes["EventOut"];
export type Moved = Shapes["Moved"];
export type Local = Record<string, string>;
export type Fault = Shapes["Fault"];
export type Counts = Shapes["Counts"];
export type Figure = Shapes["FigureOut"];
export type About = Shapes["About"];
