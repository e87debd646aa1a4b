/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

G_BEGIN_DECLS

/* What is written of the session for a report becomes @texts, as one step of undo; no
 * step, where it says so already. The study has a model. */
void rankle_study_write_report (RankleStudy      *study,
                                const char *const texts[RANKLE_N_REPORT_TEXTS]);

G_END_DECLS
