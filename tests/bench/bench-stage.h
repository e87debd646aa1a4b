/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-application.h"
#include "rankle-window-private.h"

/* The whole window, opened to be measured. */

G_BEGIN_DECLS

typedef struct
{
  RankleApplication *application; /* (owned) */
  RankleWindow      *window;
  GMainLoop         *loop; /* (owned) */
} BenchStage;

/* Open, painted, its first seconds of playing over. */
void bench_stage_init (BenchStage *stage, int width, int height);
void bench_stage_clear (BenchStage *stage);

void bench_stage_run (BenchStage *stage, guint milliseconds);
/* Until no run is under way and what was asked for is painted. */
void      bench_stage_settle (BenchStage *stage);
gboolean  bench_stage_is_busy (BenchStage *stage);
GtkRange *bench_stage_get_slider (BenchStage *stage, const char *control);
void      bench_stage_set_control (BenchStage *stage, const char *control, double value);

/* Resident memory of this process [MB]. */
double bench_resident (void);

G_END_DECLS
