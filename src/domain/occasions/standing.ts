/** Whether somebody named is one of those in the figure, or came besides; `not stated`: came, and nobody says which. */
export type Standing = 'within the figure' | 'beside the figure' | 'not stated'

/** How an occasion is held, or how somebody takes part in it. */
export type Mode = 'in person' | 'online' | 'recorded' | 'mixed'
