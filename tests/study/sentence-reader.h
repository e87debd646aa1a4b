/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "state-fixture.h"

/* Reads the state's sentence and title against the columns that they speak of, and ends
 * the test where one says what is not so. Returns how many clauses had a number of the
 * sidecar's list. */
guint sentence_read (const State *state);
