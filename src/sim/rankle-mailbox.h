/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>

#include "rankle-trajectory.h"

/* Two slots, request and result, of one item each; a newer item replaces an unread one.
 * One pthread mutex guards both (GLib's is invisible to ThreadSanitizer). Nothing is
 * computed or emitted while it is held. */

G_BEGIN_DECLS

typedef struct
{
  guint64           serial;
  RankleTrajectory *trajectory; /* (owned) (nullable) */
  GError           *error;      /* (owned) (nullable): one of the two is there */
} RankleResult;

typedef struct _RankleMailbox RankleMailbox;

RankleMailbox *rankle_mailbox_new (void);
void           rankle_mailbox_free (RankleMailbox *mailbox);

/* Main thread. Returns the new serial; *@superseding: an older request is being worked
 * on. */
guint64 rankle_mailbox_post_request (RankleMailbox  *mailbox,
                                     RankleProtocol *protocol,
                                     gboolean       *superseding);
/* Main thread. Stops the run being made if it was superseded @grace microseconds ago or
 * earlier. Returns when to ask again [monotonic time], or -1 if nothing superseded runs
 * on. */
gint64 rankle_mailbox_stop_superseded (RankleMailbox *mailbox, gint64 grace);
/* Main thread. FALSE: there is none. */
gboolean rankle_mailbox_take_result (RankleMailbox *mailbox, RankleResult *result);
/* Main thread. Waits for the result of the last request; FALSE: not within @microseconds.
 */
gboolean rankle_mailbox_wait_result (RankleMailbox *mailbox, gint64 microseconds);
/* Main thread. The last request has not been answered, or its answer not been taken. */
gboolean rankle_mailbox_is_busy (RankleMailbox *mailbox);
/* Main thread. Stops the run and lets the worker go. */
void rankle_mailbox_quit (RankleMailbox *mailbox);

/* Worker. Waits for a request; NULL: quit. */
RankleProtocol    *rankle_mailbox_take_request (RankleMailbox *mailbox, guint64 *serial);
const atomic_bool *rankle_mailbox_get_stop (RankleMailbox *mailbox);
/* Worker. Takes what @result holds; FALSE: dropped, since a newer request stopped this
 * run. */
gboolean rankle_mailbox_post_result (RankleMailbox *mailbox, RankleResult *result);

void rankle_result_clear (RankleResult *result);

G_END_DECLS
