/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* (transfer full): "0, 0.125 to 8", in the units in which --control speaks; the window
 * may show them by another factor. */
char *rankle_cli_describe_range (const RankleControl *control);

/* FALSE, with control, value and range, where the model has the control and the window
 * would not let it stand there. @option begins the sentence. */
gboolean rankle_cli_check_control (
    RankleModel *model, const char *option, const char *id, double value, GError **error);
/* FALSE, and which it may have been, where the model knows no such control. */
gboolean rankle_cli_check_has_control (const RankleModel *model,
                                       const char        *option,
                                       const char        *id,
                                       GError           **error);
/* Of all that @scenario puts controls to, and changes them to. */
gboolean rankle_cli_check_controls (RankleModel          *model,
                                    const char           *option,
                                    const RankleScenario *scenario,
                                    GError              **error);

G_END_DECLS
