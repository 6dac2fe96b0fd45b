import type { ComponentProps } from "react";

/** Opens and closes a fold. Fluent's handling of the Tab key passes over a summary that has no tab index of its own. */
export const FoldSummary = (props: ComponentProps<"summary">) => <summary tabIndex={0} {...props} />;
