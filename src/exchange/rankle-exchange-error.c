/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-exchange-error.h"

G_DEFINE_QUARK (rankle_exchange_error_quark, rankle_exchange_error)
