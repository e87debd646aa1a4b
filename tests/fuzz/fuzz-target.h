/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

/* What each fuzz-NAME.c defines and libFuzzer, or replay.c in its place, calls. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A model of three states with controls, for what is read to be put to. Kept. */
extern const char fuzz_toy_text[];
RankleModel      *fuzz_toy (void);

/* Evaluates everything that @model has, and runs it for a moment of computing time. What
 * comes out is not looked at: it has to come out. */
void fuzz_run (RankleModel *model);
