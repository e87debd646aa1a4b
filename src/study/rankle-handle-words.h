/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes.h"

G_BEGIN_DECLS

/* A handle of a track in words. */

/* (transfer full): "60 mg", "20 %", "0.5" */
char *rankle_handle_amount_in_words (const RankleLanes *lanes, guint handle);
/* (transfer full): what stands beside it while it is moved: "60 mg, 9 months after dose
 * 3", "Menopause at 4 years" */
char *rankle_handle_in_words (const RankleLanes *lanes, guint handle);
/* (transfer full): to whoever does not see the track: "Denosumab, dose 4 of 6: 60 mg, 9
 * months after dose 3, at 12 years 3 months, late by 3 months" */
char *rankle_handle_described (const RankleLanes *lanes, guint handle);

/* (transfer full): of the drug of a dose that gives way to @control: "Denosumab gives way
 * to OPG-Fc at dose 4" */
char *rankle_switch_in_words (const RankleLanes   *lanes,
                              guint                handle,
                              const RankleControl *control);

G_END_DECLS
