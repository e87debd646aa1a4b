/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* How "simulate" writes a run. */
typedef struct
{
  char   **quantities; /* (owned) (nullable): ids of columns; NULL: all */
  gboolean percent;    /* of the baseline run at the same time */
  gboolean no_comments;
  gboolean runs; /* those that a session keeps, too */
  char    *out;  /* (owned) (nullable): stdout */
} RankleWriteOptions;

void rankle_write_options_clear (RankleWriteOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleWriteOptions, rankle_write_options_clear)

void rankle_write_options_add (RankleWriteOptions *options, GOptionContext *context);
/* FALSE: @model lacks one of the columns, or hides it if not @hidden. */
gboolean rankle_write_options_check (const RankleWriteOptions *options,
                                     const RankleModel        *model,
                                     gboolean                  hidden,
                                     GError                  **error);

/* Writes @run behind @notes; @session (nullable): whose kept runs there may be. The exit
 * status. */
int rankle_cli_write_run (const char               *command,
                          const RankleTrajectory   *run,
                          const RankleSession      *session,
                          const char *const        *notes,
                          const RankleWriteOptions *options);

G_END_DECLS
