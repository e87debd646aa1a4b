/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RANKLE_TRIAL_PASSED,
  RANKLE_TRIAL_BROKE_DOWN,
  RANKLE_TRIAL_TOO_LONG,
  RANKLE_TRIAL_CANCELLED,
  RANKLE_TRIAL_IMPOSSIBLE, /* no copy could be made, or none that worked */
} RankleTrial;

/* What the copy of a process may take [s of processor time]. */
#define RANKLE_TRIAL_SECONDS 30

/* Runs @work in a copy of this process, and tells how the copy came through it. Whatever
 * @work leaves behind is lost with the copy. The copy is made under _rankle_guard_lock(),
 * which is not held while it works. @cancellable: (nullable). */
RankleTrial _rankle_guard_try (void (*work) (gpointer data),
                               gpointer      data,
                               guint         seconds,
                               GCancellable *cancellable);

/* libSBML has state that all its readers share (a registry of packages, the default
 * settings of the formula parser): one text is read at a time. */
void _rankle_guard_lock (void);
void _rankle_guard_unlock (void);

G_END_DECLS
